package org.huying.org.web;

import java.time.Clock;
import java.util.List;
import org.huying.access.Accounts;
import org.huying.access.Caller;
import org.huying.file.Bounds;
import org.huying.file.Intake;
import org.huying.org.edit.PostEdits;
import org.huying.org.store.Posts;
import org.huying.org.store.Rows;
import org.huying.playbook.Playbooks;
import org.huying.sheet.Field;
import org.huying.sheet.Field.Kind;
import org.huying.sheet.Words;
import org.huying.territory.TerritoryCode;
import org.springframework.stereotype.Component;

/// Takes posts and those who hold them in from a file, from today on: one row for each holder. What is there already stays.
@Component
class PostIntake implements Intake {

    private static final Field CONTACT =
            Field.text(
                    "contact",
                    new Words("工作电话", "Phone at work"),
                    40,
                    new Words("公示的，不写个人手机", "For the board, no private mobile phone"));
    private static final Field DUTIES =
            Field.text("duties", new Words("职责", "Duties"), 500, new Words("公示的", "For the board"));

    private final SeenBodies bodies;
    private final Posts posts;
    private final PostEdits edits;
    private final Conflicts conflicts;
    private final Accounts accounts;
    private final Playbooks playbooks;
    private final Clock clock;

    PostIntake(
            SeenBodies bodies,
            Posts posts,
            PostEdits edits,
            Conflicts conflicts,
            Accounts accounts,
            Playbooks playbooks,
            Clock clock) {
        this.bodies = bodies;
        this.posts = posts;
        this.edits = edits;
        this.conflicts = conflicts;
        this.accounts = accounts;
        this.playbooks = playbooks;
        this.clock = clock;
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
        return Scope.EDIT_POSTS;
    }

    @Override
    public List<Field> fields(String region) {
        return List.of(
                Field.oneOf(
                                "key",
                                new Words("岗位", "Post"),
                                new Words("从字典里选", "Choose from the dictionary"),
                                kinds(region))
                        .must(),
                code(
                                "organisation",
                                "机构代号",
                                "Key of the body",
                                100,
                                "已有的机构",
                                "A body that is there")
                        .must(),
                code(
                                "area",
                                "区划代码",
                                "Code of the area",
                                18,
                                "管哪里，本县的代码",
                                "What it is for, a code in the county")
                        .must(),
                CONTACT,
                DUTIES,
                code(
                        "login",
                        "任职人账号",
                        "Login of the holder",
                        40,
                        "没有人就不填；几个人写几行",
                        "Leave it out for nobody; a row for each"));
    }

    private List<Field.Term> kinds(String region) {
        return playbooks.current(TerritoryCode.of(region), clock.instant()).posts().stream()
                .map(it -> new Field.Term(it.key(), new Words(it.name().zh(), it.name().en())))
                .toList();
    }

    private static Field code(
            String key, String zh, String en, int most, String noteZh, String noteEn) {
        return Field.of(Kind.CODE, key, new Words(zh, en), most, new Words(noteZh, noteEn));
    }

    @Override
    public List<String> key() {
        return List.of("key", "organisation", "area", "login");
    }

    @Override
    public Taking begin(String region, Caller by) {
        var taking =
                new PostTaking(
                        region, new Bounds(region, by, this), accounts, edits, conflicts, clock);
        var keys = new java.util.HashMap<java.util.UUID, String>();
        for (var body : bodies.ofRegion(region)) {
            if (body.span().to().isEmpty()) {
                taking.body(body.key());
                keys.put(body.id(), body.key());
            }
        }
        for (Rows.Post post : posts.ofRegion(region)) {
            if (post.span().to().isEmpty() && keys.containsKey(post.organisation())) {
                taking.post(post.key(), keys.get(post.organisation()), post.area(), post.name());
            }
        }
        kinds(region).forEach(it -> taking.named(it.key(), it.name().zh()));
        return taking;
    }
}
