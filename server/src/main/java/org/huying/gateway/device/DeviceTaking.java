package org.huying.gateway.device;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.huying.access.Caller;
import org.huying.file.Entry;
import org.huying.file.Fault;
import org.huying.gateway.device.DeviceController.DeviceEntry;
import org.huying.problem.FieldError;
import org.huying.sheet.Words;
import org.jspecify.annotations.Nullable;

/// Takes the rows of one file of devices.
final class DeviceTaking implements org.huying.file.Intake.Taking {

    private static final Pattern PATH = Pattern.compile("devices\\[(\\d+)]\\.(\\w+)");
    private static final Words FORM =
            new Words("格式不对，或不在范围内", "Not of that form, or out of the range");

    private final String region;
    private final DeviceDesk desk;
    private final Validator validator;
    private final Caller by;

    DeviceTaking(String region, DeviceDesk desk, Validator validator, Caller by) {
        this.region = region;
        this.desk = desk;
        this.validator = validator;
        this.by = by;
    }

    private record Read(long line, Register.Entry entry) {}

    private record Sorted(List<Register.Entry> sound, List<Fault> faults) {}

    @Override
    public List<Fault> check(List<Entry> entries) {
        return sorted(entries).faults();
    }

    @Override
    public org.huying.file.Intake.Ready ready(List<Entry> entries) {
        var sorted = sorted(entries);
        return () -> {
            int all = sorted.sound().size();
            int fresh = all == 0 ? 0 : desk.put(region, sorted.sound(), by);
            return new org.huying.file.Intake.Taken(fresh, all - fresh, 0, sorted.faults());
        };
    }

    private Sorted sorted(List<Entry> entries) {
        var read = new ArrayList<Read>();
        var faults = new ArrayList<Fault>();
        for (var entry : entries) {
            var device = device(entry);
            var wrong = validator.validate(device);
            wrong.forEach(it -> faults.add(fault(entry.line(), it)));
            if (wrong.isEmpty()) {
                read.add(new Read(entry.line(), device.entry()));
            }
        }
        var bad = new HashSet<Integer>();
        for (var error : desk.checked(region, read.stream().map(Read::entry).toList()).errors()) {
            var path = PATH.matcher(error.path());
            if (path.matches()) {
                int at = Integer.parseInt(path.group(1));
                bad.add(at);
                faults.add(fault(read.get(at).line(), path.group(2), error));
            }
        }
        var sound = new ArrayList<Register.Entry>();
        for (int i = 0; i < read.size(); i++) {
            if (!bad.contains(i)) {
                sound.add(read.get(i).entry());
            }
        }
        return new Sorted(sound, faults);
    }

    private static DeviceEntry device(Entry entry) {
        return new DeviceEntry(
                entry.text("connection").orElse(""),
                entry.text("key").orElse(""),
                entry.text("kind").orElse(""),
                entry.text("name").orElse(""),
                entry.text("place").orElse(null),
                entry.text("area").orElse(null),
                degrees(entry, "lon"),
                degrees(entry, "lat"),
                entry.text("link").orElse(null));
    }

    private static @Nullable Double degrees(Entry entry, String column) {
        return entry.text(column).map(Double::valueOf).orElse(null);
    }

    private static Fault fault(long line, ConstraintViolation<?> violation) {
        return new Fault(line, violation.getPropertyPath().toString(), "pattern", FORM);
    }

    private static Fault fault(long line, String column, FieldError error) {
        return new Fault(line, column, error.code(), new Words(error.zh(), error.en()));
    }
}
