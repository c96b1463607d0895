package org.huying.matter;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// What can be done to a matter, with the permission it asks for. The names are stored and public.
public enum Act {
    REPORT("matter:matter:report"),
    ACCEPT("matter:matter:accept"),
    REJECT("matter:matter:reject"),
    CLASSIFY("matter:matter:classify"),
    LOCATE("matter:matter:locate"),
    DISPATCH("matter:matter:dispatch"),
    ACKNOWLEDGE("matter:matter:acknowledge"),
    RETURN("matter:matter:return"),
    HANDLE("matter:matter:handle"),
    VERIFY("matter:matter:verify"),
    RATE("matter:matter:rate-on-behalf"),
    UNREACHED("matter:matter:rate-on-behalf"),
    CLOSE("matter:matter:close");

    private final String permission;

    Act(String permission) {
        this.permission = permission;
    }

    /// The permission a member of staff needs, within reach of the matter.
    public String permission() {
        return permission;
    }

    /// The stored and public name, e.g. `return`.
    @JsonValue
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
