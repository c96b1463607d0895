package org.huying.whistle;

/// What the machine says to a command. A refusal is a value that the edge must translate.
sealed interface Decision {

    record Moved(Standing next) implements Decision {}

    record Refused(Refusal why) implements Decision {}

    /// Why a step cannot be taken, with words for people.
    enum Refusal {
        WRONG_STATE("这一步现在不能做", "This step cannot be taken now"),
        NOT_SUMMONED("没有叫这个单位", "This unit was not summoned"),
        NOT_THE_LEAD("只有主办单位能做", "Only the leading unit does this"),
        REASON_MISSING("请写明原因", "Please give the reason"),
        OBJECTION_LATE("过了提异议的时限", "The time to object has passed"),
        OBJECTION_DECIDED("异议已经裁定过", "The objection has been decided"),
        PLACE_MISSING("请写明到场地点", "Please say where you reported in"),
        PHOTO_MISSING("到场要有照片", "A picture of the arrival is needed"),
        RECORD_MISSING("先写联合处置记录", "Write the joint record first"),
        RECORD_CHANGED("联合处置记录改过了，看过最新的再签", "The joint record was changed; read it before signing"),
        SIGNATURE_MISSING("在场的单位还没有都签字", "Not everybody present has signed"),
        OUTCOME_MISSING("请写明处置结果", "Please say what came of it"),
        WORK_UNFINISHED("事不完、人不走", "Nobody leaves before the work is done"),
        LEAD_NEEDED("请定下由谁接着主办", "Say who leads from now on"),
        SUCCESSOR_UNFIT("这个单位不能接替", "This unit cannot take over"),
        NOT_EVALUATED_HERE("这一级不作反向评价", "This level is not evaluated"),
        EVALUATION_UNFIT(
                "每个到场和没到场的单位都要评，且只评它们", "Rate every unit that came or failed to, and no other"),
        EVALUATION_MISSING(
                "吹哨方还没有评价，不能了结", "It cannot be closed before the caller has evaluated it"),
        NOT_YET_DUE("报到时限还没有到", "The time to report in is not over"),
        NOTHING_MOVES("时限没有变", "No limit has moved");

        private final String zh;
        private final String en;

        Refusal(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        String zh() {
            return zh;
        }

        String en() {
            return en;
        }
    }
}
