#!/bin/sh
# Makes the PDF and DOCX samples from the plain files beside this script.
# Needs LibreOffice Writer, the Liberation fonts, zip and unzip. The same LibreOffice gives the same bytes on every run.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
samples=$here/../../samples
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export LC_ALL=C TZ=UTC

office() { # office SOURCE OPTIONS...
  source=$1
  shift
  libreoffice "-env:UserInstallation=file://$work/profile" --headless "$@" --outdir "$work" "$here/$source" >/dev/null 2>&1
}

# LibreOffice stamps a PDF with the clock and with two checksums that depend on it. They are overwritten in place,
# byte for byte, with the document's own day and with zeros, so that no place in the file moves.
settle_pdf() { # settle_pdf NAME YYYYMMDD
  sed -E -e "s/D:[0-9]{14}Z/D:${2}120000Z/g" -e 's/(DocChecksum \/)[0-9A-F]{32}/\100000000000000000000000000000000/' \
    -e '/^\/ID \[/,/\]/ s/<[0-9A-F]{32}>/<00000000000000000000000000000000>/g' "$work/$1.pdf" >"$samples/$1.pdf"
}

# A DOCX is a ZIP archive; its members get one fixed time.
settle_docx() { # settle_docx NAME
  rm -rf "$work/parts" "$samples/$1.docx"
  mkdir "$work/parts"
  (cd "$work/parts" && unzip -q "$work/$1.docx" && find . -exec touch -d 2010-01-01T00:00:00Z {} + &&
    zip -q -X -D -r "$samples/$1.docx" '[Content_Types].xml' _rels docProps word)
}

office 2010-11-lisbon-joint-statement.fodt --convert-to pdf:writer_pdf_Export
settle_pdf 2010-11-lisbon-joint-statement 20101120
office 2016-07-after-warsaw.html --infilter='HTML (StarWriter)' --convert-to pdf:writer_pdf_Export
settle_pdf 2016-07-after-warsaw 20160718
for name in 2009-12-brussels-communique 2013-12-interview-grushko; do
  office "$name.html" --infilter='HTML (StarWriter)' --convert-to 'docx:MS Word 2007 XML'
  settle_docx "$name"
done
