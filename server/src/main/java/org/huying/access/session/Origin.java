package org.huying.access.session;

/// Where a call came from, cut to what a list of one's sessions needs.
public record Origin(String address, String agent) {
    private static final int LONGEST = 120;

    public static final Origin PROGRAM = new Origin("program", "");

    public Origin {
        address = cut(address);
        agent = cut(agent);
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
