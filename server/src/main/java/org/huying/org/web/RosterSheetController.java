package org.huying.org.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.huying.access.Audit;
import org.huying.access.Caller;
import org.huying.access.Permit;
import org.huying.problem.Language;
import org.huying.sheet.ExcelSheet;
import org.huying.territory.TerritoryCode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Bodies and posts with their holders taken away as sheets for Excel, as far as the caller reaches: at most 5 000 lines, for
/// a purpose that is recorded before they are answered.
@RestController
@RequestMapping("/api/v1/{region}")
class RosterSheetController {

    private static final String COUNTY = "\\d{6}";

    private final SeenBodies bodies;
    private final RosterSheets sheets;
    private final Audit audit;

    RosterSheetController(SeenBodies bodies, RosterSheets sheets, Audit audit) {
        this.bodies = bodies;
        this.sheets = sheets;
        this.audit = audit;
    }

    @GetMapping(value = "/organisations/export", produces = ExcelSheet.TYPE)
    @Permit(Scope.READ)
    ResponseEntity<byte[]> organisations(
            @PathVariable @Pattern(regexp = COUNTY) String region,
            @RequestParam @NotBlank @Size(max = 200) String purpose,
            Caller caller,
            HttpServletRequest request) {
        var language = Language.of(request);
        audit.looked(caller, region, "organisations", purpose);
        return sheets.bodies(region, language)
                .answer(bodies.reached(caller, region), false, language);
    }

    /// The posts within `area`, the county if it is missing, with those who hold them.
    @GetMapping(value = "/posts/export", produces = ExcelSheet.TYPE)
    @Permit(Scope.READ_POSTS)
    ResponseEntity<byte[]> posts(
            @PathVariable @Pattern(regexp = COUNTY) String region,
            @RequestParam @NotBlank @Size(max = 200) String purpose,
            @RequestParam(required = false) @Nullable TerritoryCode area,
            Caller caller,
            HttpServletRequest request) {
        var language = Language.of(request);
        audit.looked(caller, region, "posts/" + (area == null ? region : area.value()), purpose);
        return sheets.posts(language)
                .answer(sheets.held(region, caller, Optional.ofNullable(area)), false, language);
    }
}
