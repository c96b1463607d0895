package org.huying.matter.loop;

/// How urgent; an emergency skips steps and is documented afterwards.
public enum Urgency {
    NORMAL,
    URGENT,
    EMERGENCY
}
