// How fetching names itself to sites.

/** The name that rules in robots.txt may speak to. */
export const ROBOT_NAME = 'Rapporteur';

export const USER_AGENT = `${ROBOT_NAME}/1 (reads single documents and feeds for research; heeds robots.txt)`;
