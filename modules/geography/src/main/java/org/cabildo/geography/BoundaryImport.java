// SPDX-License-Identifier: Apache-2.0
package org.cabildo.geography;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cabildo.platform.Actor;
import org.cabildo.platform.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * Takes over territories and boundaries from a GeoJSON file: a file is kept, looked through under a mapping as often as
 * wanted, and taken over as a whole or not at all. Called as the tenant.
 */
public interface BoundaryImport {

    /** The largest file, in bytes. */
    int LARGEST = 5 * 1024 * 1024;

    /**
     * Keeps a file for a day.
     *
     * @return the file as it was kept
     * @throws Unreadable when it is not a GeoJSON collection
     */
    Upload keep(TenantId tenant, String fileName, byte[] content, Actor actor);

    Optional<Upload> find(TenantId tenant, UUID id);

    /** Looks the file through without changing anything. */
    Report check(TenantId tenant, UUID id, Mapping mapping);

    /**
     * Takes over everything in the file.
     *
     * @return what was taken over; when something in it is refused, nothing was
     */
    Report take(TenantId tenant, UUID id, Mapping mapping, Actor actor);

    /**
     * A file that is kept.
     *
     * @param properties names of properties in the order in which they first occur
     * @param features how many there are
     * @param guess what the properties probably mean
     */
    record Upload(UUID id, String fileName, List<String> properties, int features, Mapping guess) {}

    /**
     * What the properties mean.
     *
     * @param code name of the property with the code
     * @param name name of the property with the name
     * @param parent name of the property with the parent's code; empty: all lie in {@code inParent}
     * @param inParent code of the parent of all; empty: none
     * @param level name of the property with the level's code or name; empty: all are of {@code ofLevel}
     * @param ofLevel code of the level of all
     * @param since first day on which the boundaries are in force; null: they correct those in force
     * @param source who drew them
     */
    record Mapping(
            String code,
            String name,
            String parent,
            String inParent,
            String level,
            String ofLevel,
            @Nullable LocalDate since,
            String source) {}

    /** What taking over a file does, or why it can't be taken over. */
    record Report(List<Finding> findings) {

        /** Whether everything can be taken over. */
        public boolean clean() {
            return !findings.isEmpty() && findings.stream().noneMatch(Finding::refused);
        }

        /** How many features have an effect. */
        public long count(Effect effect) {
            return findings.stream()
                    .filter(finding -> finding.effect() == effect)
                    .count();
        }
    }

    /**
     * What is said of one feature.
     *
     * @param place of the feature in the file, from 1
     * @param code its code as it stands in the file, maybe empty
     * @param shape canonical GeoJSON to draw, or empty when it cannot be read
     */
    record Finding(int place, String code, String name, Effect effect, List<Problem> problems, String shape) {

        public boolean refused() {
            return effect == Effect.REFUSED;
        }
    }

    /** What taking over a feature does. */
    enum Effect {
        ADDED,
        CHANGED,
        SAME,
        REFUSED
    }

    /**
     * Something to say of a feature.
     *
     * @param key of the message {@code geography.problem.<key>}
     * @param warning whether the feature can be taken over all the same
     */
    record Problem(String key, boolean warning, List<String> arguments) {

        public static Problem error(String key, String... arguments) {
            return new Problem(key, false, List.of(arguments));
        }

        public static Problem warning(String key, String... arguments) {
            return new Problem(key, true, List.of(arguments));
        }
    }

    /** A file is not what it should be; its key is that of a message {@code geography.file.<key>}. */
    class Unreadable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public Unreadable(String key) {
            super(key);
        }
    }
}
