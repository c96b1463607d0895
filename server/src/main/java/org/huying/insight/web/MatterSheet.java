package org.huying.insight.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.huying.matter.Flag;
import org.huying.matter.StateName;
import org.huying.problem.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Writes lines of matters as a workbook of one sheet, row by row.
@Component
class MatterSheet {

    private static final int FLUSH = 500;
    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final Pattern UNFIT =
            Pattern.compile("[\\p{Cc}\\x{FFFE}\\x{FFFF}\\x{D800}-\\x{DFFF}&&[^\n]]");
    private static final Pattern FORMULA = Pattern.compile("\\s*[=+\\-@＝＋－＠]");
    private static final int[] WIDTHS = {20, 36, 22, 14, 34, 14, 24, 18, 18, 8, 24, 18};

    private final Naming naming;

    MatterSheet(Naming naming) {
        this.naming = naming;
    }

    byte[] of(MatterPage page, Language language) {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "Huying", "1.0")) {
            var sheet = book.newWorksheet(language.pick("诉求", "Matters"));
            for (int column = 0; column < WIDTHS.length; column++) {
                sheet.width(column, WIDTHS[column]);
            }
            sheet.freezePane(0, 1);
            row(sheet, 0, heads(language));
            int at = 1;
            for (var line : page.lines()) {
                row(sheet, at++, cells(line, language));
                if (at % FLUSH == 0) {
                    sheet.flush();
                }
            }
            if (page.next() != null) {
                row(sheet, at, List.of(cut(page.lines().size(), language)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String cut(int lines, Language language) {
        return language.pick(
                "只导出了前 %d 件，缩小范围再导一次".formatted(lines),
                "Only the first %d; narrow it down and export again".formatted(lines));
    }

    private static List<String> heads(Language language) {
        return switch (language) {
            case ZH ->
                    List.of(
                            "编号", "事情", "事项", "状态", "地点", "来路", "谁在办", "这一步时限", "办结时限", "超时", "记号",
                            "到件");
            case EN ->
                    List.of(
                            "Number",
                            "Matter",
                            "Item",
                            "State",
                            "Place",
                            "Came by",
                            "In hand of",
                            "Stage due",
                            "Due",
                            "Late",
                            "Flags",
                            "Reported");
        };
    }

    private List<String> cells(MatterLine line, Language language) {
        var flags =
                line.flags().stream()
                        .flatMap(it -> Flag.of(it).stream())
                        .flatMap(it -> named(it, language))
                        .collect(Collectors.joining(language.pick("、", ", ")));
        return List.of(
                line.number(),
                line.title(),
                line.itemName(),
                named(StateName.valueOf(line.state()), language),
                line.areaName(),
                naming.channelName(line.area(), line.channel(), language),
                line.unitName() == null ? "" : line.unitName(),
                time(line.due()),
                time(line.wholeDue()),
                line.late() ? language.pick("是", "yes") : "",
                flags,
                time(line.reportedAt()));
    }

    private static String time(@Nullable OffsetDateTime at) {
        return at == null ? "" : MINUTES.format(at);
    }

    private static void row(Worksheet sheet, int row, List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            sheet.inlineString(row, column, harmless(cells.get(column)));
        }
        if (row == 0) {
            sheet.range(0, 0, 0, cells.size() - 1).style().bold().set();
        }
    }

    /// Text stays text: what a spreadsheet might take for a formula gets a quotation mark in front, and what no XML can hold
    /// is left out.
    static String harmless(String text) {
        var plain = UNFIT.matcher(text).replaceAll("");
        return FORMULA.matcher(plain).lookingAt() ? "'" + plain : plain;
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
