package org.huying.notice;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A page of the caller's inbox, newest first.
///
/// @param unseen how many are unseen, at most 99
/// @param moreUnseen there are more than that
/// @param next pass it as `after` for the notices that follow; absent on the last page
public record InboxView(
        List<NoticeView> notices, int unseen, boolean moreUnseen, @Nullable String next) {}
