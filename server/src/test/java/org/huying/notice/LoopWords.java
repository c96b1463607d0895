package org.huying.notice;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.huying.matter.Act;
import org.huying.matter.StateName;

/// What people call the states and steps, Chinese before the stroke and English after it.
final class LoopWords {

    private static final Map<String, String> STATES =
            words(
                    """
                    REPORTED    已上报/reported
                    REJECTED    不予受理/rejected
                    ACCEPTED    已受理/accepted
                    DISPATCHED  待签收/dispatched
                    RETURNED    已退回/sent back
                    IN_PROGRESS 处置中/in progress
                    HANDLED     已处置，待核查/handled
                    VERIFYING   已核查，待评价/being rated
                    REWORK      返工/rework
                    RATED       已评价/rated
                    CLOSED      已结案/closed
                    MERGED      已并入另一件/merged
                    VOIDED      已作废/voided
                    WITHDRAWN   已撤回/withdrawn
                    """);

    private static final Map<String, String> ACTS =
            words(
                    """
                    ACCEPT      受理/accept
                    REJECT      不予受理/reject
                    CLASSIFY    归类/classify
                    LOCATE      定位/locate
                    FILL        补填/fill in
                    DISPATCH    派遣/dispatch
                    ACKNOWLEDGE 签收/acknowledge
                    RETURN      退单/send back
                    ARBITRATE   仲裁/arbitrate
                    ESCALATE    上报升级/escalate
                    EMERGENCY   应急处置/emergency
                    DOCUMENT    补记/document
                    SPOT        随手处置/handle on the spot
                    HANDLE      处置/handle
                    VERIFY      核查/verify
                    INVITE      邀请评价/invite to rate
                    RATE        评价/rate
                    UNREACHED   未联系上/unreached
                    CLOSE       结案/close
                    REOPEN      重办/reopen
                    REVISIT     回访/revisit
                    ENGAGE      邀请协办/engage a helper
                    JOIN        协办签收/join
                    CONTRIBUTE  协办完成/contribute
                    DECLINE     协办推辞/decline
                    RELEASE     解除协办/release
                    CONSULT     会商/consult
                    OPINE       会商意见/give an opinion
                    CONCLUDE    会商决定/conclude
                    COMMENT     留言/comment
                    SPLIT       拆分/split
                    ASK         询问诉求人/ask the requester
                    ANSWER      诉求人答复/answer
                    REPLY       答复诉求人/reply to the requester
                    RESUME      恢复计时/resume
                    APPLY       申请/apply
                    FORWARD     同意并转下一道审批/agree and pass on
                    GRANT       批准/grant
                    DENY        不批准/deny
                    RETRACT     撤回申请/take an application back
                    INSTRUCT    批示/instruct
                    SUPERVISE   督办/supervise
                    LIFT        解除督办/lift
                    MARK        标记重点与紧急/mark
                    MERGE       并入/merge
                    UNMERGE     拆出/unmerge
                    ABSORB      吸收/absorb
                    WITHDRAW    撤回/withdraw
                    REMIND      提醒/remind
                    PROMPT      催答复/press for a word
                    RECOUNT     重算时限/recount
                    """);

    private LoopWords() {}

    static String state(StateName state) {
        return Objects.requireNonNull(STATES.get(state.name()), state.name());
    }

    static String act(Act act) {
        return Objects.requireNonNull(ACTS.get(act.name()), act.name());
    }

    static String whom(NoticeRules.Whom whom) {
        return switch (whom) {
            case REQUESTER -> "诉求人/requester";
            case UNIT -> "承办单位/unit";
            case HELPERS -> "协办单位/helpers";
            case NAMED -> "点名的/those named";
            case DESK -> "社区工作台/desk";
            case DECIDER -> "审批层级/deciding desk";
        };
    }

    private static Map<String, String> words(String lines) {
        return lines.lines()
                .map(line -> line.split("\\s+", 2))
                .collect(Collectors.toUnmodifiableMap(line -> line[0], line -> line[1]));
    }
}
