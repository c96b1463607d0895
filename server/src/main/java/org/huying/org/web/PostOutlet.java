package org.huying.org.web;

import java.util.List;
import org.huying.file.Outlet;
import org.huying.sheet.Words;
import org.huying.territory.TerritoryCode;
import org.springframework.stereotype.Component;

/// The posts within the caller's reach with those who hold them, as a file.
@Component
class PostOutlet implements Outlet {

    private static final String CODE = "\\d{6}|\\d{9}|\\d{12}|\\d{15}|\\d{18}";

    private final RosterSheets sheets;

    PostOutlet(RosterSheets sheets) {
        this.sheets = sheets;
    }

    @Override
    public String kind() {
        return "posts";
    }

    @Override
    public Words name() {
        return new Words("岗位与人员", "Posts and people");
    }

    @Override
    public String permission() {
        return Scope.READ_POSTS;
    }

    @Override
    public List<Filter> filters(String region) {
        return List.of(new Filter("area", new Words("区划代码", "Code of the area"), CODE));
    }

    @Override
    public Lines<RosterSheets.Held> open(Asked asked) {
        var area = asked.value("area").map(TerritoryCode::of);
        return new Lines<>(
                sheets.posts(asked.language()),
                sheets.held(asked.region(), asked.caller(), area).iterator());
    }
}
