package org.huying.file;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.huying.access.Audit;
import org.huying.access.Caller;
import org.huying.access.Permit;
import org.huying.file.FileViews.KindsView;
import org.huying.problem.Language;
import org.huying.problem.Problem;
import org.huying.sheet.ExcelSheet;
import org.huying.sheet.RowWriter;
import org.huying.sheet.Template;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Which lists can be brought in and taken away; their templates, and the taking away.
@RestController
@RequestMapping("/api/v1/{region}/files/kinds")
class FileController {

    static final String IMPORT = "file:import:run";
    static final String EXPORT = "file:export:run";
    static final String REGION = "\\d{6}";
    static final String KIND = "[a-z][a-z-]{0,39}";
    static final String FORMAT = "csv|xlsx";

    private static final String SHEET =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// Each writes for some seconds.
    private final Turns turns = new Turns(4, Duration.ZERO);

    private final FileKinds kinds;
    private final FileSettings settings;
    private final Audit audit;

    FileController(FileKinds kinds, FileSettings settings, Audit audit) {
        this.kinds = kinds;
        this.settings = settings;
        this.audit = audit;
    }

    /// What for, in which format, and narrowed by what.
    ///
    /// @param plain names and numbers of people in plain where the caller may see them; masked otherwise
    /// @param filter `key:value`, as the list says
    record ExportRequest(
            @NotBlank @Size(max = 200) String purpose,
            @Nullable @Pattern(regexp = FORMAT) String format,
            @Nullable Boolean plain,
            @Nullable @Size(max = 10)
                    List<@Pattern(regexp = "[a-z]{1,20}:.{1,100}") String> filter) {

        List<String> chosen() {
            return filter == null ? List.of() : filter;
        }

        boolean unmasked() {
            return Boolean.TRUE.equals(plain);
        }
    }

    /// The lists that the caller may bring in and those that the caller may take away, with the limits.
    @GetMapping
    @Permit(EXPORT)
    KindsView fileKinds(
            @PathVariable @Pattern(regexp = REGION) String region,
            Caller caller,
            HttpServletRequest request) {
        return FileViews.kinds(
                kinds.intakes(region, caller),
                kinds.outlets(region, caller).stream()
                        .map(it -> new FileViews.Open(it, FileKinds.mayUnmask(it, region, caller)))
                        .toList(),
                region,
                settings,
                Language.of(request));
    }

    /// An empty list to be filled in; as a workbook with notes and with a dictionary of what can be chosen.
    @GetMapping(
            value = "/{kind}/template",
            produces = {SHEET, "text/csv"})
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(type = "string", format = "binary")))
    @Permit(IMPORT)
    void template(
            @PathVariable @Pattern(regexp = REGION) String region,
            @PathVariable @Pattern(regexp = KIND) String kind,
            @RequestParam(defaultValue = "xlsx") @Pattern(regexp = FORMAT) String format,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var intake = kinds.intake(kind, region, caller);
        var template = new Template(intake.name(), intake.fields(region));
        var as = format(format);
        headed(response, as, kind + "-template");
        template.write(response.getOutputStream(), as, Language.of(request));
    }

    /// The lines that the caller sees in that list, as they are read. Names and numbers of people are masked unless `plain`
    /// asks for them and the list's own permission for personal data gives them. What people write of each other stands in
    /// the lines, so every file says what for and is recorded before the first line is sent.
    @GetMapping(
            value = "/{kind}/export",
            produces = {SHEET, "text/csv"})
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(type = "string", format = "binary")))
    @Permit(EXPORT)
    void exportFile(
            @PathVariable @Pattern(regexp = REGION) String region,
            @PathVariable @Pattern(regexp = KIND) String kind,
            @Valid ExportRequest query,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var outlet = kinds.outlet(kind, region, caller);
        var language = Language.of(request);
        if (query.unmasked() && !FileKinds.mayUnmask(outlet, region, caller)) {
            throw Problem.FORBIDDEN.plain();
        }
        var filter = chosen(outlet, region, query.chosen());
        var asked = new Outlet.Asked(region, caller, filter, query.unmasked(), language);
        try (var _ = turns.take()) {
            var lines = outlet.open(asked);
            var subject = "files/" + kind + (query.unmasked() ? "/plain" : "");
            audit.looked(caller, region, subject, query.purpose());
            var as = format(query.format() == null ? "xlsx" : query.format());
            headed(response, as, kind);
            lines.write(
                    response.getOutputStream(),
                    as,
                    new ExcelSheet.Cut(settings.exported(), language));
        }
    }

    private static Map<String, String> chosen(Outlet outlet, String region, List<String> filter) {
        var filters = outlet.filters(region);
        var chosen = new HashMap<String, String>();
        for (var each : filter) {
            var key = each.substring(0, each.indexOf(':'));
            var value = each.substring(each.indexOf(':') + 1);
            boolean fits =
                    filters.stream()
                            .anyMatch(it -> it.key().equals(key) && value.matches(it.pattern()));
            if (!fits || chosen.put(key, value) != null) {
                throw Problem.INVALID.with(
                        "filter：不能按“%s”这样筛选".formatted(key),
                        "filter: it cannot be narrowed by ‘%s’ like that".formatted(key));
            }
        }
        return chosen;
    }

    static RowWriter.Format format(String word) {
        return RowWriter.Format.valueOf(word.toUpperCase(Locale.ROOT));
    }

    /// As a file that no cache keeps.
    static void headed(HttpServletResponse response, RowWriter.Format format, String name) {
        response.setContentType(format.type());
        response.setHeader("Cache-Control", "no-store");
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\"%s.%s\"".formatted(name, format.ending()));
    }
}
