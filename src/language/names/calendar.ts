// English names of days and months, which are capital without naming anybody.

/** Days and months, lower case: capital in texts, but they say when: "adopted Resolution 1701 on Friday". */
export const CALENDAR =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/;
