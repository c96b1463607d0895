package org.huying.matter;

import java.util.regex.Pattern;
import org.huying.problem.Language;

/// How people who are not staff read of a matter that somebody else reported: the state in plain words, and the title
/// without numbers that could be a telephone or an identity card. Pure.
public final class PlainWords {

    private static final Pattern NUMBERS = Pattern.compile("\\d[\\d -]{5,}\\d[0-9Xx]?");

    private PlainWords() {}

    /// Without telephone numbers and the like.
    public static String title(String title) {
        return NUMBERS.matcher(title).replaceAll("***");
    }

    static String state(StateName state, Language language) {
        return switch (state) {
            case REPORTED -> language.pick("已经收到", "Received");
            case ACCEPTED -> language.pick("已经受理，正在安排人", "Taken on, being assigned");
            case DISPATCHED -> language.pick("已经派给办理的单位", "Assigned to a unit");
            case RETURNED -> language.pick("正在换一个单位办", "Being given to another unit");
            case IN_PROGRESS -> language.pick("正在办", "Being worked on");
            case HANDLED -> language.pick("办好了，正在核查", "Done, being checked");
            case VERIFYING -> language.pick("办好了，正在问满不满意", "Done, asking whether it is good");
            case REWORK -> language.pick("没办到位，正在重办", "Not good enough, being done again");
            case RATED, CLOSED -> language.pick("办完了", "Done");
            case MERGED -> language.pick("和同样的事一起办", "Worked together with the same matter");
            case REJECTED -> language.pick("没有受理", "Not taken on");
            case VOIDED -> language.pick("已经作废", "Void");
            case WITHDRAWN -> language.pick("已经撤回", "Taken back");
        };
    }
}
