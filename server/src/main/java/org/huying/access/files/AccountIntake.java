package org.huying.access.files;

import java.time.Clock;
import java.util.List;
import org.huying.access.Caller;
import org.huying.access.account.AccountBatch;
import org.huying.access.role.Role;
import org.huying.access.role.Roles;
import org.huying.file.Intake;
import org.huying.org.Organisations;
import org.huying.sheet.Field;
import org.huying.sheet.Field.Kind;
import org.huying.sheet.Words;
import org.huying.territory.Territory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/// Takes accounts of staff in from a file, a row for each role of a person. As on the page of accounts, a first password
/// may be given, which has to be changed at once; without one somebody has to set it, or they sign in from outside.
@Component
class AccountIntake implements Intake {

    private static final Field LOGIN =
            code(
                            "login",
                            new Words("账号", "Login"),
                            40,
                            new Words(
                                    "2 到 40 位小写字母、数字、. _ -；按它认出同一个账号",
                                    "2 to 40 small letters, digits, . _ -; it tells accounts apart"))
                    .must();
    private static final Field NAME =
            Field.text(
                            "name",
                            new Words("姓名", "Name"),
                            60,
                            new Words("已有的账号不改名", "An account that is there keeps its name"))
                    .must();
    private static final Field AREA =
            code(
                            "area",
                            new Words("区划代码", "Code of the area"),
                            18,
                            new Words("角色管哪里，本县的代码", "Where the role holds, a code in the county"))
                    .must();
    private static final Field UNIT =
            code(
                    "unit",
                    new Words("机构代号", "Key of the body"),
                    100,
                    new Words(
                            "只管一个机构的事才填", "Only where the role is for what one body has in hand"));
    private static final Field PASSWORD =
            Field.of(
                    Kind.SECRET,
                    "password",
                    new Words("初始密码", "First password"),
                    128,
                    new Words(
                            "可以不填；第一次登录就要改",
                            "May be left out; it has to be changed at the first sign-in"));

    private final AccountBatch batch;
    private final Roles roles;
    private final Organisations organisations;
    private final Territory territory;
    private final Clock clock;

    AccountIntake(
            AccountBatch batch,
            Roles roles,
            Organisations organisations,
            Territory territory,
            @Qualifier("wallClock") Clock clock) {
        this.batch = batch;
        this.roles = roles;
        this.organisations = organisations;
        this.territory = territory;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "accounts";
    }

    @Override
    public Words name() {
        return new Words("账号", "Accounts");
    }

    @Override
    public String permission() {
        return "access:account:edit";
    }

    @Override
    public boolean whole() {
        return true;
    }

    /// Each password takes its time to hash.
    @Override
    public int atOnce() {
        return 500;
    }

    @Override
    public List<Field> fields(String region) {
        return List.of(LOGIN, NAME, role(region), AREA, UNIT, PASSWORD);
    }

    private Field role(String region) {
        return Field.oneOf(
                        "role",
                        new Words("角色", "Role"),
                        new Words("从字典里选；几个角色写几行", "Of the dictionary; a row for each role"),
                        terms(region))
                .must();
    }

    private static Field code(String key, Words head, int most, Words note) {
        return Field.of(Kind.CODE, key, head, most, note);
    }

    /// Roles of staff, but for those of administrators and of samples.
    private List<Field.Term> terms(String region) {
        return roles.of(region).values().stream()
                .filter(it -> it.holders().contains(Caller.Kind.STAFF))
                .filter(it -> !it.admin() && it.sphere().isEmpty() && !it.sampleOnly())
                .map(AccountIntake::term)
                .toList();
    }

    private static Field.Term term(Role role) {
        return new Field.Term(role.key(), new Words(role.nameZh(), role.nameEn()));
    }

    @Override
    public List<String> key() {
        return List.of("login", "role", "area", "unit");
    }

    @Override
    public Taking begin(String region, Caller by) {
        var places = new AccountPlaces(region, organisations, territory, clock.instant());
        return new AccountTaking(places, batch, by);
    }
}
