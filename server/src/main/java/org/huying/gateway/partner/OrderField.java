package org.huying.gateway.partner;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.huying.playbook.Text;

/// What an order from outside may say. The keys stand in the files of partners; add, never rename.
enum OrderField {
    NUMBER("工单编号", "Order number"),
    CASE_NUMBER("案件编号", "Case number"),
    SOURCE("来源", "Source"),
    CALLED_AT("来电时间", "Time of the call"),
    CALLER_NAME("诉求人姓名", "Name of the caller", true),
    CALLER_PHONE("诉求人电话", "Phone of the caller", true),
    CALLER_ADDRESS("诉求人住址", "Address of the caller", true),
    CONTACT("联系方式", "Contact", true),
    TITLE("标题", "Title"),
    TEXT("主要内容", "Main content"),
    PLACE("事发地址", "Where it happened"),
    LONGITUDE("经度", "Longitude"),
    LATITUDE("纬度", "Latitude"),
    AREA("区划或网格", "Division or grid"),
    CATEGORY_1("一级分类", "Category 1"),
    CATEGORY_2("二级分类", "Category 2"),
    CATEGORY_3("三级分类", "Category 3"),
    ITEM("事项", "Item"),
    QUESTION("问题分类", "Kind of question"),
    DEMAND("诉求类型", "Kind of demand"),
    LABEL("原标签", "Original label"),
    INDICATOR("七有五性", "Livelihood indicator"),
    URGENCY("紧急程度", "Urgency"),
    SUDDEN("突发", "Sudden"),
    KEY_ORDER("重点件", "Key order"),
    LEADER("领导点单", "Picked by a leader"),
    NATURE("案件性质", "Nature of the case"),
    MONTH_COUNT("本月同类次数", "Times this month"),
    YEAR_COUNT("本年同类次数", "Times this year"),
    ACCEPT_UNIT("受理单位", "Accepted by"),
    HANDLING_UNIT("承办单位", "Handling units"),
    COMMUNITY("社区", "Community"),
    DEPARTMENT("部门", "Department"),
    DISPATCHER("派单人", "Dispatcher", true),
    DISPATCHED_AT("派单时间", "Dispatched at"),
    CITY_DISPATCHED_AT("市级派单时间", "Dispatched by the city at"),
    DUE("办理期限", "Deadline"),
    REMAINING("剩余时间", "Time left"),
    REPLY_STATUS("回复状态", "State of the reply"),
    REJECT_REASON("驳回原因", "Why it was sent back"),
    CONTACTED_AT("联系时间", "Contacted at"),
    RESOLVED_AT("解决时间", "Resolved at"),
    SATISFIED_AT("满意时间", "Satisfied at"),
    RESULT("办理结果", "Result"),
    SECRETARY_WORDS("书记批示", "Words of the secretary"),
    DIRECTOR_WORDS("主任批示", "Words of the director"),
    RETAINED("保留或剔除", "Kept or excluded"),
    REVISIT("回访结果", "Result of the revisit"),
    CONFIDENTIAL("要求保密", "To be kept private"),
    ATTACHMENTS("附件", "Attachments");

    private final String zh;
    private final String en;
    private final boolean personal;

    OrderField(String zh, String en) {
        this(zh, en, false);
    }

    OrderField(String zh, String en, boolean personal) {
        this.zh = zh;
        this.en = en;
        this.personal = personal;
    }

    /// The word in files, e.g. `category-1`.
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Text label() {
        return new Text(zh, en);
    }

    /// Tells something about a person: never told on in words.
    boolean personal() {
        return personal;
    }

    static Optional<OrderField> of(String key) {
        return Arrays.stream(values()).filter(it -> it.key().equals(key)).findFirst();
    }
}
