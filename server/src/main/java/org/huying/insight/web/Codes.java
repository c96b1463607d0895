package org.huying.insight.web;

/// The forms of what callers pass.
final class Codes {

    static final String REGION = "\\d{6}";
    static final String AREA = "\\d{6}|\\d{9}|\\d{12}|\\d{15}|\\d{18}";
    static final String KEY = "[A-Za-z0-9][A-Za-z0-9._:-]{0,99}";
    static final String STATE = "[A-Z][A-Z_]{1,30}";

    private Codes() {}
}
