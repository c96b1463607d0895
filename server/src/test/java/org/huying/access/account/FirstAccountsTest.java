package org.huying.access.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.huying.access.Accounts;
import org.huying.access.session.Mode;
import org.huying.access.session.Origin;
import org.huying.database.Postgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

@SpringBootTest
@Import(Postgres.class)
class FirstAccountsTest {
    @TempDir private Path folder = Path.of("");
    @Autowired private AccountRows rows;
    @Autowired private Accounts accounts;
    @Autowired private SignIn signIn;

    @Test
    void makesThreeAdministratorsOnceAndKeepsTheirPasswordInAFileOfTheOwner() throws Exception {
        var settings = new FirstAccountSettings(folder, null);
        new FirstAccounts(rows, accounts, settings, new Mode("demo")).makeIfNone();
        assertThat(rows.isEmpty()).as("a demonstration makes its own").isTrue();

        var first = new FirstAccounts(rows, accounts, settings, new Mode("production"));
        first.makeIfNone();
        var file = folder.resolve(FirstAccounts.FILE);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        var password = Files.readAllLines(file).getLast();
        for (var login : new String[] {"system", "security", "audit"}) {
            var credentials =
                    new SignIn.Credentials(Optional.empty(), login, password, Optional.empty());
            assertThat(signIn.signIn(credentials, Origin.PROGRAM).region()).isEqualTo("000000");
        }
        Files.delete(file);
        first.makeIfNone();
        assertThat(file).doesNotExist();
    }
}
