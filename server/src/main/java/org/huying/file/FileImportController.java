package org.huying.file;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.Audit;
import org.huying.access.Caller;
import org.huying.access.Permit;
import org.huying.access.Unversioned;
import org.huying.file.FileViews.FaultPage;
import org.huying.file.FileViews.ImportPage;
import org.huying.file.FileViews.ImportView;
import org.huying.file.FileViews.PreviewView;
import org.huying.problem.Language;
import org.huying.problem.Problem;
import org.huying.sheet.Cells;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/// Files on their way in: sent, looked at, begun, followed to the end. Who may bring a list into some places of the county
/// brings in their rows and no others; a file is seen by nobody but whoever brought it.
@RestController
@RequestMapping("/api/v1/{region}/files")
class FileImportController {

    private static final int LONGEST_NAME = 200;

    /// What is read of a workbook stays in memory until its last row: never more than two.
    private final Turns turns = new Turns(2, Duration.ofSeconds(10));

    private final ImportDesk desk;
    private final StoredImports stored;
    private final ImportFaults faults;
    private final ErrorFile errors;
    private final FileKinds kinds;
    private final FileSettings settings;
    private final Audit audit;

    FileImportController(
            ImportDesk desk,
            StoredImports stored,
            ImportFaults faults,
            ErrorFile errors,
            FileKinds kinds,
            FileSettings settings,
            Audit audit) {
        this.desk = desk;
        this.stored = stored;
        this.faults = faults;
        this.errors = errors;
        this.kinds = kinds;
        this.settings = settings;
        this.audit = audit;
    }

    /// How the rows are taken.
    ///
    /// @param mode `all`: every row or none; `partial`: whatever rows are right
    record StartRequest(@NotNull @Pattern(regexp = "all|partial") String mode) {}

    /// Takes a CSV or XLSX file and reads it through; nothing is brought in yet. A file that cannot be read as a whole is
    /// refused; what is wrong with single rows is found later and refuses nothing else.
    @PostMapping(path = "/kinds/{kind}/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Permit(FileController.IMPORT)
    @Unversioned(Unversioned.ADDS)
    @ResponseStatus(HttpStatus.CREATED)
    ImportView sendFile(
            @PathVariable @Pattern(regexp = FileController.REGION) String region,
            @PathVariable @Pattern(regexp = FileController.KIND) String kind,
            @RequestParam("file") MultipartFile file,
            Caller caller)
            throws IOException {
        if (file.getSize() > settings.size().toBytes()) {
            long most = settings.size().toMegabytes();
            throw Problem.TOO_LARGE.with(
                    "文件最大 %d MB".formatted(most), "A file has at most %d MB".formatted(most));
        }
        var copy = Files.createTempFile("huying", ".file");
        try (var _ = turns.take()) {
            file.transferTo(copy);
            var sent = new ImportDesk.Sent(copy, named(file));
            return FileViews.of(desk.take(region, kind, sent, caller));
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    /// One's own files, newest first.
    @GetMapping("/imports")
    @Permit(FileController.IMPORT)
    ImportPage sentFiles(
            @PathVariable @Pattern(regexp = FileController.REGION) String region,
            @RequestParam Optional<UUID> after,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
            Caller caller) {
        var found = stored.page(region, caller.account(), after, limit + 1);
        boolean more = found.size() > limit;
        var shown = more ? found.subList(0, limit) : found;
        return new ImportPage(
                shown.stream().map(FileViews::of).toList(),
                more ? shown.getLast().id().value() : null);
    }

    @GetMapping("/imports/{id}")
    @Permit(FileController.IMPORT)
    ImportView sentFile(
            @PathVariable @Pattern(regexp = FileController.REGION) String region,
            @PathVariable UUID id,
            Caller caller) {
        return FileViews.of(desk.own(new Import.Id(region, id), caller));
    }

    /// The first 20 rows as they will be read, and what is wrong with them.
    @GetMapping("/imports/{id}/preview")
    @Permit(FileController.IMPORT)
    PreviewView filePreview(
            @PathVariable @Pattern(regexp = FileController.REGION) String region,
            @PathVariable UUID id,
            Caller caller,
            HttpServletRequest request) {
        return FileViews.of(desk.preview(new Import.Id(region, id), caller), Language.of(request));
    }

    /// Begins in the background. A row that is there already, by its key, changes nothing.
    @PostMapping("/imports/{id}/start")
    @Permit(FileController.IMPORT)
    @Unversioned(Unversioned.WAITS)
    @ResponseStatus(HttpStatus.ACCEPTED)
    ImportView startFile(
            @PathVariable @Pattern(regexp = FileController.REGION) String region,
            @PathVariable UUID id,
            @RequestBody @Valid StartRequest body,
            Caller caller) {
        var mode = Import.Mode.valueOf(body.mode().toUpperCase(Locale.ROOT));
        return FileViews.of(desk.start(new Import.Id(region, id), mode, caller));
    }

    /// Stops it where it is. Rows that were taken stay; of a file that is taken as a whole none does.
    @PostMapping("/imports/{id}/cancel")
    @Permit(FileController.IMPORT)
    @Unversioned(Unversioned.WAITS)
    ImportView cancelFile(
            @PathVariable @Pattern(regexp = FileController.REGION) String region,
            @PathVariable UUID id,
            Caller caller) {
        return FileViews.of(desk.cancel(new Import.Id(region, id), caller));
    }

    /// What is wrong with its rows so far, by line.
    @GetMapping("/imports/{id}/faults")
    @Permit(FileController.IMPORT)
    FaultPage fileFaults(
            @PathVariable @Pattern(regexp = FileController.REGION) String region,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") @Min(0) long after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(500) int limit,
            Caller caller,
            HttpServletRequest request) {
        var one = desk.own(new Import.Id(region, id), caller);
        List<Fault> found = faults.after(one.id(), after, limit);
        return new FaultPage(
                found.stream().map(it -> FileViews.of(it, Language.of(request))).toList(),
                found.size() < limit ? null : found.getLast().line());
    }

    /// The refused rows as they stood in the file, each with the reasons in the caller's language.
    @GetMapping(
            value = "/imports/{id}/errors",
            produces = {
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                "text/csv"
            })
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(type = "string", format = "binary")))
    @Permit(FileController.IMPORT)
    void errorFile(
            @PathVariable @Pattern(regexp = FileController.REGION) String region,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "xlsx") @Pattern(regexp = FileController.FORMAT)
                    String format,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var one = desk.own(new Import.Id(region, id), caller);
        var fields = kinds.intake(one.kind(), region, caller).fields(region);
        audit.looked(caller, region, ImportDesk.subject(one), "error file");
        var as = FileController.format(format);
        FileController.headed(response, as, one.kind() + "-errors");
        errors.write(one, fields, response.getOutputStream(), as, Language.of(request));
    }

    private static String named(MultipartFile file) {
        var name = Cells.clean(Optional.ofNullable(file.getOriginalFilename()).orElse(""));
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }
}
