package org.huying.insight.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huying.matter.Flag;
import org.huying.matter.MatterContacts.Contact;
import org.huying.matter.StateName;
import org.huying.problem.Language;
import org.huying.sheet.ExcelSheet;
import org.huying.sheet.ExcelSheet.Column;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// Writes lines of matters as a workbook of one sheet, row by row.
@Component
class MatterSheet {

    private final Naming naming;

    MatterSheet(Naming naming) {
        this.naming = naming;
    }

    ResponseEntity<byte[]> answer(MatterPage page, Language language) {
        return sheet(language).answer(page.lines(), page.next() != null, language);
    }

    private ExcelSheet<MatterLine> sheet(Language language) {
        return new ExcelSheet<>(language.pick("诉求", "Matters"), "matters", columns(language));
    }

    /// A line with whom it is from.
    record Contacted(MatterLine line, Contact contact) {}

    /// The same lines and, at the end, whom they are from.
    ExcelSheet<Contacted> withContacts(Language language) {
        var columns = new ArrayList<Column<Contacted>>();
        for (var it : columns(language)) {
            columns.add(new Column<>(it.head(), it.width(), of -> it.cell().apply(of.line())));
        }
        columns.add(new Column<>(language.pick("诉求人", "From"), 12, it -> it.contact().name()));
        columns.add(new Column<>(language.pick("电话", "Phone"), 16, it -> it.contact().phone()));
        return new ExcelSheet<>(language.pick("诉求", "Matters"), "matters", List.copyOf(columns));
    }

    private List<Column<MatterLine>> columns(Language language) {
        return List.of(
                new Column<>(language.pick("编号", "Number"), 20, MatterLine::number),
                new Column<>(language.pick("事情", "Matter"), 36, MatterLine::title),
                new Column<>(language.pick("事项", "Item"), 22, MatterLine::itemName),
                new Column<>(
                        language.pick("状态", "State"),
                        14,
                        it -> named(StateName.valueOf(it.state()), language)),
                new Column<>(language.pick("地点", "Place"), 34, MatterLine::areaName),
                new Column<>(
                        language.pick("来路", "Came by"),
                        14,
                        it -> naming.channelName(it.area(), it.channel(), language)),
                new Column<>(
                        language.pick("谁在办", "In hand of"),
                        24,
                        it -> ExcelSheet.text(it.unitName())),
                new Column<>(
                        language.pick("这一步时限", "Stage due"), 18, it -> ExcelSheet.time(it.due())),
                new Column<>(
                        language.pick("办结时限", "Due"), 18, it -> ExcelSheet.time(it.wholeDue())),
                new Column<>(
                        language.pick("超时", "Late"),
                        8,
                        it -> it.late() ? language.pick("是", "yes") : ""),
                new Column<>(language.pick("记号", "Flags"), 24, it -> flags(it, language)),
                new Column<>(
                        language.pick("到件", "Reported"),
                        18,
                        it -> ExcelSheet.time(it.reportedAt())));
    }

    private static String flags(MatterLine line, Language language) {
        return line.flags().stream()
                .flatMap(it -> Flag.of(it).stream())
                .flatMap(it -> named(it, language))
                .collect(Collectors.joining(language.pick("、", ", ")));
    }

    static String named(StateName state, Language language) {
        return switch (state) {
            case REPORTED -> language.pick("已提交", "Sent");
            case REJECTED -> language.pick("不受理", "Declined");
            case ACCEPTED -> language.pick("已受理", "Accepted");
            case DISPATCHED -> language.pick("待签收", "Assigned");
            case RETURNED -> language.pick("退回待改派", "Sent back");
            case IN_PROGRESS -> language.pick("处理中", "In progress");
            case HANDLED -> language.pick("已办结", "Handled");
            case VERIFYING -> language.pick("待核查", "Being checked");
            case REWORK -> language.pick("重办", "Redo");
            case RATED -> language.pick("已评价", "Rated");
            case CLOSED -> language.pick("已了结", "Closed");
            case MERGED -> language.pick("已并入", "Merged");
            case VOIDED -> language.pick("作废", "Void");
            case WITHDRAWN -> language.pick("已撤回", "Withdrawn");
        };
    }

    /// Those that say something to people; the others only lead lists.
    private static Stream<String> named(Flag flag, Language language) {
        return switch (flag) {
            case PLEADED -> Stream.of(language.pick("有申请待批", "awaits a decision"));
            case APPEALED -> Stream.of(language.pick("申诉", "appeal"));
            case SUSPENDED -> Stream.of(language.pick("挂账", "on hold"));
            case SUPERVISED -> Stream.of(language.pick("督办", "supervised"));
            case KEY -> Stream.of(language.pick("重点", "key"));
            case URGENT -> Stream.of(language.pick("紧急", "urgent"));
            case EMERGENCY -> Stream.of(language.pick("特急", "emergency"));
            case RETURNED -> Stream.of(language.pick("退过", "sent back once"));
            case REVISIT -> Stream.of(language.pick("要回访", "revisit owed"));
            case EXCLUDED -> Stream.of(language.pick("不计入考核", "not assessed"));
            case UNANSWERED -> Stream.of(language.pick("欠答复", "reply owed"));
            case SUPERVISED_LATE -> Stream.of(language.pick("督办逾期", "supervision overdue"));
            case INVOLVED,
                    HELPED,
                    DECIDE_COUNTY,
                    DECIDE_STREET,
                    DECIDE_COMMUNITY,
                    DECIDE_GRID,
                    DECIDE_MICRO,
                    ASKED,
                    OWED,
                    EXCLUDED_RATING,
                    SPOT,
                    MERGED ->
                    Stream.empty();
        };
    }
}
