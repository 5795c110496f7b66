package io.rewards.organisation;

import java.time.ZoneId;
import java.util.Optional;

/**
 * A merchant or store that registers events. Immutable. Source: domain 1, 12.1 Q24.
 *
 * @param code unique among units
 * @param name for people
 * @param group code of the group it lies in, or empty
 * @param zone of its clock on the wall, where that is not the programme's; weekdays and hours follow it
 */
public record Unit(String code, String name, String group, Optional<ZoneId> zone) {}
