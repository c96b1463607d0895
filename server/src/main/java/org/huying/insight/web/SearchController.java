package org.huying.insight.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.huying.access.Audit;
import org.huying.access.Caller;
import org.huying.access.Permit;
import org.huying.access.Unkeyed;
import org.huying.insight.sql.Cut;
import org.huying.insight.sql.ListStatements;
import org.huying.insight.sql.Statement;
import org.huying.insight.sql.Terms;
import org.huying.problem.Language;
import org.huying.problem.Problem;
import org.huying.vault.Cipher;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Search by words, by number or its last five digits, and by phone.
@RestController
@RequestMapping("/api/v1/{region}/search")
class SearchController {

    private static final String PERSONAL = "matter:personal:read";
    private static final java.util.regex.Pattern NUMBER =
            java.util.regex.Pattern.compile("\\d{5}|(?=.{8,40}$)[0-9A-Za-z]+(-[0-9A-Za-z]+)+");

    private final Lists lists;
    private final Cipher cipher;
    private final Audit audit;

    SearchController(Lists lists, Cipher cipher, Audit audit) {
        this.lists = lists;
        this.cipher = cipher;
        this.audit = audit;
    }

    /// Whom to look for. In a body, not in an address, since addresses are written into logs.
    record PhoneSearch(@NotNull @Pattern(regexp = "[0-9+ -]{5,20}") String phone) {

        /// As matters keep it.
        String plain() {
            return phone.replaceAll("[ -]", "");
        }
    }

    @GetMapping
    @Permit(Visible.LISTS)
    MatterPage search(
            @PathVariable @Pattern(regexp = Codes.REGION) String region,
            @RequestParam @NotBlank @Size(max = 100) String q,
            @Valid PageQuery page,
            Caller caller,
            HttpServletRequest request) {
        var cuts = Visible.cuts(caller, Visible.LISTS, region);
        var typed = q.strip();
        boolean numbered = NUMBER.matcher(typed).matches();
        var cursor = numbered ? Cursor.NEWEST : Cursor.SEARCH;
        var statement =
                numbered
                        ? ListStatements.numbered(
                                region,
                                cuts,
                                typed.toUpperCase(Locale.ROOT),
                                cursor.place(page.after()),
                                page.lines())
                        : text(region, cuts, typed, page);
        return lists.page(region, statement, cursor, page.lines(), Language.of(request));
    }

    private static Statement text(String region, List<Cut> cuts, String typed, PageQuery page) {
        var terms =
                Terms.of(typed)
                        .orElseThrow(() ->
                                Problem.INVALID.with(
                                        "请至少输入两个连续的字", "Type at least two characters in a row"));
        return ListStatements.search(
                region, cuts, terms, Cursor.SEARCH.place(page.after()), page.lines());
    }

    /// Looking for a person is a look at personal data: permitted apart, and written down before it is answered.
    @PostMapping("/phone")
    @Permit(PERSONAL)
    @Unkeyed(Unkeyed.HARMLESS)
    MatterPage phone(
            @PathVariable @Pattern(regexp = Codes.REGION) String region,
            @RequestBody @Valid PhoneSearch search,
            @Valid PageQuery page,
            Caller caller,
            HttpServletRequest request) {
        var cuts = Visible.cuts(caller, PERSONAL, region);
        var blind = cipher.blind(search.plain());
        var subject = "phone:" + HexFormat.of().formatHex(blind);
        audit.looked(caller, region, subject, "search-by-phone");
        var statement =
                ListStatements.phoned(
                        region, cuts, blind, Cursor.NEWEST.place(page.after()), page.lines());
        return lists.page(region, statement, Cursor.NEWEST, page.lines(), Language.of(request));
    }
}
