package org.huying.gateway.signin;

import java.util.Map;
import java.util.regex.Pattern;
import org.huying.gateway.sending.Escape;

/// Where people go inside Huying when they come back. Only pages of our own doors: nobody is led elsewhere. Pure.
final class Local {
    static final int LONGEST = 300;

    /// The page of each door on which people sign in.
    private static final Map<String, String> SIGN_IN =
            Map.of("desk", "/desk/sign-in", "field", "/field/");

    private static final String FIRST = "desk";
    private static final Pattern PAGE =
            Pattern.compile(
                    "(?:/[A-Za-z0-9_~-][A-Za-z0-9_.~-]*)*/?(?:\\?(?:[A-Za-z0-9_.~=&-]|%[0-9A-Fa-f]{2})*)?");

    private Local() {}

    /// The door that was asked for, or the desk for what is none.
    static String door(String asked) {
        return SIGN_IN.containsKey(asked) ? asked : FIRST;
    }

    /// The page of a door that was asked for, or its first one for anything that is not plainly a page.
    static String page(String asked) {
        return asked.length() <= LONGEST && !asked.isEmpty() && PAGE.matcher(asked).matches()
                ? asked
                : "/";
    }

    /// Inside, after `door` and `page` have been judged.
    static String inside(String door, String page) {
        return "/" + door(door) + (page(page).startsWith("/") ? page(page) : "/" + page(page));
    }

    /// The sign-in page of the door.
    static String entrance(String door) {
        return SIGN_IN.getOrDefault(door(door), "/");
    }

    /// The same, with a word for what happened.
    static String signIn(String door, String word, String provider) {
        return entrance(door)
                + "?outside="
                + Escape.url(word)
                + "&provider="
                + Escape.url(provider);
    }
}
