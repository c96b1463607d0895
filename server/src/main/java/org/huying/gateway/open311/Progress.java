package org.huying.gateway.open311;

import java.util.Arrays;
import java.util.Optional;
import org.huying.matter.StateName;
import org.huying.playbook.Text;

/// The states of matters as those outside know them: open or closed, with a word for how far it is.
final class Progress {

    private Progress() {}

    static boolean open(String state) {
        return name(state).map(Progress::open).orElse(true);
    }

    static Text word(String state) {
        return name(state).map(Progress::word).orElseGet(() -> new Text(state, state));
    }

    private static Optional<StateName> name(String state) {
        return Arrays.stream(StateName.values()).filter(it -> it.name().equals(state)).findFirst();
    }

    private static boolean open(StateName state) {
        return switch (state) {
            case REPORTED,
                    ACCEPTED,
                    DISPATCHED,
                    RETURNED,
                    IN_PROGRESS,
                    HANDLED,
                    VERIFYING,
                    REWORK,
                    RATED ->
                    true;
            case REJECTED, CLOSED, MERGED, VOIDED, WITHDRAWN -> false;
        };
    }

    private static Text word(StateName state) {
        return switch (state) {
            case REPORTED -> new Text("已收到", "Received");
            case REJECTED -> new Text("未受理", "Not accepted");
            case ACCEPTED -> new Text("已受理", "Accepted");
            case DISPATCHED -> new Text("已派给承办单位", "Given to a unit");
            case RETURNED -> new Text("承办单位退回，重新派遣", "Given back, to be given to another unit");
            case IN_PROGRESS -> new Text("办理中", "In progress");
            case HANDLED -> new Text("已办理，待核查", "Done, to be checked");
            case VERIFYING -> new Text("已核查，待评价", "Checked, to be rated");
            case REWORK -> new Text("核查未通过，返工", "Not good yet, being done again");
            case RATED -> new Text("已评价", "Rated");
            case CLOSED -> new Text("已办结", "Closed");
            case MERGED -> new Text("与同一件事合并办理", "Handled together with another request");
            case VOIDED -> new Text("已作废", "Void");
            case WITHDRAWN -> new Text("诉求人已撤回", "Withdrawn by whoever asked");
        };
    }
}
