package org.huying.access.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.huying.problem.FieldError;

/// What GB/T 22239 level 3 asks of a password: 8 characters (10 for administrators), three of the four kinds, no three
/// characters in a row from the login. History is checked where the hashes are.
final class PasswordPolicy {
    static final int LONGEST = 128;
    static final int REMEMBERED = 5;
    private static final int SHORTEST = 8;
    private static final int SHORTEST_ADMIN = 10;
    private static final int PIECE = 3;

    private PasswordPolicy() {}

    /// All that is wrong with it; empty when it will do.
    static List<FieldError> faults(String password, String login, boolean admin) {
        var faults = new ArrayList<FieldError>();
        int shortest = admin ? SHORTEST_ADMIN : SHORTEST;
        int length = password.codePointCount(0, password.length());
        if (length < shortest || length > LONGEST) {
            faults.add(
                    fault(
                            "password-length",
                            "密码长度应为 %d 至 %d 位".formatted(shortest, LONGEST),
                            "A password has %d to %d characters".formatted(shortest, LONGEST)));
        }
        if (kinds(password) < 3) {
            faults.add(
                    fault(
                            "password-kinds",
                            "密码应包含大写字母、小写字母、数字、符号中的三种",
                            "A password has three of: capital letters, small letters, digits, signs"));
        }
        if (contains(password, login)) {
            faults.add(
                    fault(
                            "password-login",
                            "密码不能包含账号中连续三个以上字符",
                            "A password has no three characters in a row from the login"));
        }
        return faults;
    }

    static FieldError used() {
        return fault(
                "password-used",
                "不能使用最近 %d 次用过的密码".formatted(REMEMBERED),
                "This is one of the last %d passwords".formatted(REMEMBERED));
    }

    private static FieldError fault(String code, String zh, String en) {
        return new FieldError("password", code, zh, en);
    }

    private static int kinds(String password) {
        int upper = 0;
        int lower = 0;
        int digit = 0;
        int other = 0;
        for (int c : password.codePoints().toArray()) {
            if (c >= 'A' && c <= 'Z') {
                upper = 1;
            } else if (c >= 'a' && c <= 'z') {
                lower = 1;
            } else if (c >= '0' && c <= '9') {
                digit = 1;
            } else {
                other = 1;
            }
        }
        return upper + lower + digit + other;
    }

    private static boolean contains(String password, String login) {
        var low = password.toLowerCase(Locale.ROOT);
        var name = login.toLowerCase(Locale.ROOT);
        for (int i = 0; i + PIECE <= name.length(); i++) {
            if (low.contains(name.substring(i, i + PIECE))) {
                return true;
            }
        }
        return false;
    }
}
