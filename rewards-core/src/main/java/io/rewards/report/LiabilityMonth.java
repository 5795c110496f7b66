package io.rewards.report;

import java.time.YearMonth;

/**
 * The liability of one month in one denomination. Immutable.
 *
 * @param month on the calendar of the programme
 * @param figures of it
 */
public record LiabilityMonth(YearMonth month, LiabilityFigures figures) {}
