package org.huying.matter;

/// What the machine says to a command. A refusal is a value that the edge must translate.
public sealed interface Decision {

    record Moved(MatterState next) implements Decision {}

    record Refused(Refusal why) implements Decision {}

    /// Why a step cannot be taken, with words for people.
    enum Refusal {
        WRONG_STATE("这一步现在不能做", "This step cannot be taken now"),
        ITEM_MISSING("先选定事项，再派单", "Choose the item before dispatching"),
        REASON_UNKNOWN("没有这个不受理理由", "There is no such reason for rejecting"),
        REASON_MISSING("请写明原因", "Please give the reason"),
        OUTCOME_MISSING("请写明办理结果", "Please say what was done"),
        EVIDENCE_MISSING("还缺规定的照片或材料", "Required photos or papers are missing"),
        ANSWER_UNKNOWN("没有这个评价选项", "There is no such answer"),
        RATING_MISSING("居民还没有评价，不能了结", "It cannot be closed before the resident has rated it");

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
}
