package org.huying.matter.loop;

/// Why a step cannot be taken, with words for people. The names are public.
public enum Refusal {
    WRONG_STATE("这一步现在不能做", "This step cannot be taken now"),
    ITEM_MISSING("先选定事项", "Choose the item first"),
    REASON_UNKNOWN("没有这个理由", "There is no such reason"),
    WORDS_MISSING("请写明原因或内容", "Please say why, or what"),
    OUTCOME_MISSING("请写明办理结果", "Please say what was done"),
    EVIDENCE_MISSING("还缺规定的照片或材料", "Required photos or papers are missing"),
    ANSWER_UNKNOWN("没有这个评价选项", "There is no such answer"),
    QUESTION_OPEN("还有要问的没有问", "Something that must be asked has no answer yet"),
    ANSWERS_DIFFER("解决没有和满意不满意对不上", "Solved and satisfied do not go together so"),
    RATING_MISSING("居民还没有评价，不能了结", "It cannot be closed before the resident has rated it"),
    NOT_INVITED("还没有邀请居民评价，不能了结", "The resident has not been invited to rate it yet"),
    RETURN_TOO_LATE("过了退单时限，请办理或申请仲裁", "The time to send it back has passed"),
    RETURNED_TOO_OFTEN("退单次数已满，请仲裁确定承办单位", "Sent back often enough; let the arbiter decide"),
    NOT_HIGHER("只能往上一级报", "It can only go up the ladder"),
    FIXED("承办单位已由仲裁确定，不能退单", "The arbiter has decided; it cannot be sent back"),
    SPOT_NOT_ALLOWED("这里不能随手处置", "Handling on the spot is not allowed here"),
    OWED("应急处置还没有补办记录", "The record of the emergency is still owed"),
    NOT_OWED("没有要补的", "Nothing is owed"),
    SAME_PERSON("不能由同一个人做", "The same person may not do both"),
    TOO_SOON("离上次联系时间太近，换个时间再试", "Too soon after the last attempt"),
    REOPEN_TOO_LATE("过了可以重办的时间", "The time to reopen it has passed"),
    ON_HOLD("计时已暂停，先恢复", "The clock is held; resume first"),
    NOT_ON_HOLD("计时没有暂停", "The clock is not held"),
    DATE_IN_PAST("时间已经过了", "That time has passed"),
    ASK_TOO_LONG("等答复的时间太长", "Longer than the clock may wait for an answer"),
    ASKED_TOO_OFTEN("为等答复停过的次数已满", "The clock has waited for answers often enough"),
    ASSIST_OPEN("还有协办单位没有办完", "A helping unit has not finished"),
    NO_SUCH_ASSIST("没有这个协办单位", "There is no such helping unit"),
    ASSIST_TWICE("这个单位已在办", "This unit is in it already"),
    CHILDREN_OPEN("拆分出去的还没有办完", "Parts of it are still being worked"),
    PLEA_UNKNOWN("这里不能申请这个", "This cannot be applied for here"),
    PLEA_OPEN("同样的申请正在审批", "The same application is being decided"),
    PLEA_TOO_OFTEN("申请次数已满", "Applied for often enough"),
    PLEA_TOO_LONG("申请的时间太长", "Longer than may be granted"),
    PLEA_TOO_LATE("过了可以申请的时间", "The time to apply has passed"),
    PLEA_STAGE_OVER(
            "申请延期的那个环节已经结束，请不予批准", "The stage that more time was asked for is over; deny it"),
    NOT_AT_STAGE("这一道审批不能这样定", "This stage may not decide so"),
    NOT_APPLICANT("只有申请人能撤回", "Only whoever applied may take it back"),
    PLEA_MISSING("没有这个待批的申请", "There is no such open application"),
    CONSULT_MISSING("没有这次会商", "There is no such open consultation"),
    TOO_MANY("已经够多了", "There are enough already"),
    NOT_SUPERVISED("没有在督办", "It is not under supervision"),
    MASTER_UNFIT("那一件不能并入", "It cannot be merged into that one"),
    MASTER_OPEN("主件还没有办好", "The one it is merged into is not done yet"),
    OTHERS_MERGED("别的诉求并在这一件里，先把它们分开", "Others are merged into it; take them out first"),
    RATED_BEFORE("已经评价过了", "It has been rated already");

    private final String zh;
    private final String en;

    Refusal(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }
}
