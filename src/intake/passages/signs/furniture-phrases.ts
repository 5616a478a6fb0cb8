// Words by which sites, papers and feeds speak of themselves. Data only: the tests of these lists are in furniture.ts.

/** Whole lines, lower case, without punctuation at the ends. */
export const WHOLE_LINES: ReadonlySet<string> = new Set(
  `accessibility links|skip to content|skip to main content|skip to navigation|skip navigation|jump to content|main menu|menu|navigation
|search|search this site|home|home page|homepage|breaking news|breaking|live|latest|latest news|latest stories|top stories|trending|trending now
|most read|most popular|most viewed|most shared|editors' picks|editor's pick|editor's picks|recommended|recommended for you|more stories
|more news|more from this section|more on this story|more on this topic|related|related articles|related stories|related news|related content
|related links|related topics|related documents|see also|read also|read more|read on|read next|read the full story|continue reading|full story
|show more|load more|view more|view all|see all|more|next|previous|next article|previous article|next page|previous page|back|back to top
|back to the top|back to the top of the page|top of page|top|return to top|go to top|print|print this|print this page|printer friendly
|printer-friendly version|printable version|email|e-mail|email this|email this article|email this page|email to a friend|send|send to a friend
|share|share this|share this article|share this page|share this story|share article|share on facebook|share on twitter|share via email|tweet
|facebook|twitter|linkedin|whatsapp|telegram|youtube|instagram|reddit|pinterest|google plus|vk|copy link|link copied|permalink|bookmark|save
|save article|listen|listen to this article|watch|watch live|watch now|play|pause|mute|download|download pdf|pdf|rss|rss feed|subscribe
|subscribe now|newsletter|newsletters|sign up|sign in|sign out|log in|login|log out|logout|register|my account|account|profile|settings|join
|join us|join the discussion|join the conversation|follow us|follow|contact|contact us|about|about us|who we are|our team|help|faq|careers
|advertise|advertise with us|advertisement|advertisements|advertising|sponsored|sponsored content|promoted|ad|comments|comment|no comments
|leave a comment|leave a reply|add comment|post a comment|view comments|show comments|hide comments|be the first to comment|donate|support us
|privacy|privacy policy|cookie policy|cookies|cookie settings|terms|terms of use|terms of service|terms and conditions|legal notice
|legal|disclaimer|imprint|site map|sitemap|accessibility|accessibility statement|feedback|report an error|report a typo|corrections|tags|topics
|categories|category|archive|archives|photo|photos|photo gallery|gallery|video|videos|audio|podcast|podcasts|multimedia|infographics
|all rights reserved|original url|original|source|sources|url|link|links|english|русский|français|deutsch|español|українська|العربية|中文
|close|open|ok|accept|accept all|accept cookies|reject all|i agree|got it|dismiss|cancel|submit|end|ends|share your thoughts|your comment
|log in or register|login or register|sign in or register|forgot password|forgotten your password|remember me|you might also like
|you may also like|what to read next|don't miss|in this article|on this page|table of contents|text version|text only|graphics version|text size|font size
|increase text size|decrease text size|a a a|press release|for immediate release|news in brief
|share page|about sharing|published|posted|around the web|from around the web|reuse this content|to top|print version
|you may also be interested in|you might be interested in|image caption|media caption|photo caption|video caption|caption|image source|photo source
|related tags|explore more|more to explore|editor's note|this story is developing|first published|last updated|updated`
    .split('|')
    .map((line) => line.trim()),
);

/** A short line that begins like this and is no sentence of the document's own ("Back to Press Releases", "Share on X"). */
export const BEGINNINGS: readonly string[] = [
  'skip to ',
  'jump to ',
  'back to ',
  'return to ',
  'go to ',
  'share on ',
  'share this ',
  'share via ',
  'follow us',
  'find us on',
  'join us on',
  'like us on',
  'sign up ',
  'sign in ',
  'log in ',
  'login ',
  'log into ',
  'subscribe ',
  'register ',
  'click here',
  'click to ',
  'click on ',
  'tap here',
  'download the ',
  'download our ',
  'view the original',
  'view full ',
  'view in ',
  'original url',
  'original link',
  'source url',
  'permalink:',
  'short url',
  'tags:',
  'tagged:',
  'tagged with',
  'filed under',
  'posted in',
  'posted under',
  'categories:',
  'topics:',
  'keywords:',
  'advertisement',
  'copyright ',
  '(c) ',
  '© ',
  'page ',
  'print this',
  'email this',
  'e-mail this',
  'send this',
  'comments (',
  'leave a comment',
  'add a comment',
  'contact us',
  'reprinted ',
  'reproduced ',
  'published under ',
  'powered by ',
  'hosted by ',
  'site by ',
  'designed by ',
  'image source',
  'photo source',
  'our standards:',
  'our editorial standards',
  'this article is more than ',
  'photo:',
  'photos:',
  'photo by ',
  'photo credit',
  'photograph:',
  'photograph by ',
  'image:',
  'image credit',
  'images:',
  'picture:',
  'credit:',
  'illustration:',
  'video:',
  'watch:',
  'listen:',
];

/** Said to a reader of the site in any place; one is enough in a short paragraph without quotation. */
export const READER_ADDRESS: readonly RegExp[] = [
  /\bclick(?:ing)? (?:here|on the link|the link|below|through)\b/i,
  /\b(?:sign|signing) up (?:for|to) (?:our|the|this|a)\b.{0,60}\b(?:newsletters?|e-?mails?|alerts?|updates|mailing list|account)\b/i,
  /\bsubscribe to (?:our|the)\b.{0,60}\b(?:newsletters?|channel|podcast|feed|mailing list|magazine|digest)\b/i,
  /\b(?:follow|find|like|join) us on\b/i,
  /\b(?:this|our) (?:web ?site|site|web page) (?:uses|use) cookies\b/i,
  /\bwe use (?:cookies|technologies such as cookies)\b/i,
  /\bby (?:continuing|using|browsing) (?:to (?:use|browse) )?(?:this|our|the) (?:web ?site|site)\b/i,
  /\ball rights reserved\b/i,
  /\bmay not be (?:published, broadcast|reproduced|republished|copied|redistributed|rewritten)\b/i,
  /\b(?:reproduced|reprinted|republished|reposted) (?:here )?(?:with|by) (?:the )?(?:kind )?permission\b/i,
  /\b(?:enable|turn on|requires?) javascript\b/i,
  /\byour browser (?:does not|is not|doesn't|isn't)\b/i,
  /\b(?:log|sign) ?in (?:or|and) (?:register|sign up|create)\b/i,
  /\b(?:create|register) (?:an|your|a free) account\b/i,
  /^(?:your )?(?:registration|subscription|log-?in|payment|comment|password)\b.{0,30}\b(?:is|was|has been) (?:successful|complete|completed|confirmed|activated|sent|changed)\b/i,
  /\b(?:follow|use|click(?: on)?) the link (?:from|in|sent to|we sent)\b.{0,30}\be-?mail\b/i,
  /\bwe(?:'ve| have)? (?:sent|e-?mailed) (?:you )?(?:a|an|the) (?:confirmation|activation|verification|link|e-?mail)\b/i,
  /\b(?:to )?(?:participate|take part|join) (?:in )?(?:the|this|our) (?:discussion|conversation|debate)\W*$/i,
  /\b(?:leave|post|add|write) (?:a|your) (?:comment|reply)\b/i,
  /\bunsubscribe\b/i,
  /\b(?:make a|your) (?:tax-deductible )?donation (?:today|now|to (?:us|support))\b/i,
  /\bsupport (?:our|independent) journalism\b/i,
  /\b(?:views|opinions) expressed (?:in|by|on|here)\b.{0,120}\b(?:do not|not necessarily|are (?:those|solely|the author))\b/i,
  /\bif you (?:have|find|notice|spot|see) (?:any|an|a|noticed an|found an)\b.{0,60}\b(?:errors?|typos?|mistakes?|inaccurac(?:y|ies)) (?:in|on|with|please|let us)\b/i,
  /\bfor (?:more|further) (?:information|details|news|stories)\b.{0,40}\b(?:visit|see|go to|contact|click|e-?mail|call)\b/i,
  /\bto (?:find out|read|learn|see) more\b.{0,40}\b(?:click|visit|go to|see)\b/i,
  /\b(?:shar|sav|lik|repost|link|comment)ing\b(?:.{0,30}\b(?:shar|sav|lik|repost|link|comment)ing\b.{0,30})?.{0,20}\bour (?:content|posts|articles|materials|stories|videos)\b/i,
  /\bthis (?:page|article|document|site) (?:was last|has been) (?:updated|modified|archived)\b/i,
  /\b(?:page )?last (?:updated|modified|revised):? /i,
  /\bterms (?:of (?:use|service)|and conditions) (?:and|apply|&)\b/i,
  /\bprivacy policy\b.{0,60}\b(?:terms|cookies?|contact|©)|\b(?:terms|cookies?|contact us|©)\b.{0,60}\bprivacy policy\b/i,
];

/** Notices that a law makes an outlet print beside its text; told from news by standing at the very beginning or end. */
export const LEGAL_NOTICES: readonly RegExp[] = [
  /\b(?:has been|is|was) (?:declared|designated|labell?ed|listed|recogni[sz]ed|registered)(?: as)? (?:an? )?["“'‘«]?(?:undesirable|foreign agent|extremist)/i,
  /\bplease note that (?:you|your|this)\b/i,
  /\bfor (?:an overview|background|the full (?:text|report|story)|more|further)\b.{0,100}\b(?:please )?(?:see|visit|read)\b/i,
  /\bthis (?:article|story|report|interview|piece|text|commentary|statement) (?:was|is|has been) (?:originally |first )?(?:published|produced|translated|provided|distributed|reprinted|part of)\b/i,
  /\b(?:contact|e-?mail|reach|write to) (?:the author|the editors?|us) at\b/i,
];
