package org.huying.territory.web;

import jakarta.validation.constraints.Pattern;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.huying.access.Audit;
import org.huying.access.Caller;
import org.huying.access.Permit;
import org.huying.access.Unversioned;
import org.huying.problem.Problem;
import org.huying.territory.DivisionImport;
import org.huying.territory.TerritoryCode;
import org.huying.territory.TerritoryDay;
import org.huying.territory.edit.OutlineImport;
import org.huying.territory.geo.Datum;
import org.huying.territory.web.Views.DivisionsView;
import org.huying.territory.web.Views.ImportView;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Loading a county's divisions and outlines in bulk.
@RestController
@RequestMapping("/api/v1/{region}/territory")
class TerritoryImportController {
    private static final String COUNTY = "\\d{6}";
    private static final int MOST_BYTES = 20 * 1024 * 1024;

    private final DivisionImport divisions;
    private final OutlineImport outlines;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final JsonMapper json;
    private final Clock clock;

    TerritoryImportController(
            DivisionImport divisions,
            OutlineImport outlines,
            Audit audit,
            TransactionTemplate transaction,
            JsonMapper json,
            Clock clock) {
        this.divisions = divisions;
        this.outlines = outlines;
        this.audit = audit;
        this.transaction = transaction;
        this.json = json;
        this.clock = clock;
    }

    /// Loads the shipped divisions of the county; running it twice adds nothing.
    @Permit(Scope.IMPORT)
    @PostMapping("/divisions")
    DivisionsView divisions(@PathVariable @Pattern(regexp = COUNTY) String region, Caller caller) {
        Scope.require(caller, Scope.IMPORT, region, TerritoryCode.of(region));
        var outcome =
                transaction.execute(_ -> {
                    var result = divisions.county(region);
                    audit(caller, region, "divisions", "随附区划");
                    return result;
                });
        return DivisionsView.of(outcome);
    }

    /// Takes a GeoJSON FeatureCollection of at most 20 MB, all of it or nothing. With `dryRun` it only reports.
    @Permit(Scope.IMPORT)
    @PostMapping(
            path = "/import",
            consumes = {"application/json", "application/geo+json"})
    @Unversioned(Unversioned.STANDS)
    ImportView outlines(
            @PathVariable @Pattern(regexp = COUNTY) String region,
            @RequestParam @Pattern(regexp = "cgcs2000|wgs84|gcj02|bd09") String datum,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(defaultValue = "false") boolean dryRun,
            InputStream body,
            Caller caller)
            throws IOException {
        Scope.require(caller, Scope.IMPORT, region, TerritoryCode.of(region));
        var collection = read(body);
        var day = from == null ? TerritoryDay.of(clock.instant()) : from;
        var request = new OutlineImport.Request(datum(datum), day, "GeoJSON 导入", dryRun);
        var outcome =
                transaction.execute(_ -> {
                    var result = outlines.run(region, collection, request);
                    if (!dryRun) {
                        audit(caller, region, "outlines", request.source());
                    }
                    return result;
                });
        return ImportView.of(outcome, dryRun);
    }

    private JsonNode read(InputStream body) throws IOException {
        var bytes = body.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw Problem.TOO_LARGE.with("文件超过 20 MB", "The file is larger than 20 MB");
        }
        try {
            var collection = json.readTree(bytes);
            if (!collection.path("features").isArray()) {
                throw Problem.UNREADABLE.with(
                        "文件不是 GeoJSON 的 FeatureCollection",
                        "The file is no FeatureCollection of GeoJSON");
            }
            return collection;
        } catch (JacksonException e) {
            throw Problem.UNREADABLE.with("文件不是有效的 JSON", "The file is not valid JSON");
        }
    }

    private void audit(Caller caller, String region, String what, String source) {
        audit.acted(caller, region, "territory.import", what, Optional.of(source));
    }

    private static Datum datum(String name) {
        return name.equals("wgs84") ? Datum.CGCS2000 : Datum.valueOf(name.toUpperCase(Locale.ROOT));
    }
}
