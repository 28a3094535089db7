// SPDX-License-Identifier: Apache-2.0
package org.cabildo.geography.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cabildo.geography.Boundary;
import org.cabildo.geography.BoundaryImport.Effect;
import org.cabildo.geography.BoundaryImport.Finding;
import org.cabildo.geography.BoundaryImport.Mapping;
import org.cabildo.geography.BoundaryImport.Problem;
import org.cabildo.geography.Level;
import org.cabildo.geography.Territory;
import org.cabildo.geography.TerritoryTree;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** Looks a file through against what a tenant has: what each feature would become, and what speaks against it. */
final class FeatureCheck {

    private static final double OVERLAP = 0.01;

    private final FeatureFile file;
    private final Mapping mapping;
    private final Map<String, Territory> known = new LinkedHashMap<>();
    private final Map<String, Level> levels = new HashMap<>();
    private final Map<String, Boundary> inForce;
    private final ShapeCheck shapes;

    private final Map<String, Integer> places = new HashMap<>();
    private final List<Draft> drafts = new ArrayList<>();

    /** What one feature becomes. */
    private static final class Draft {

        private final int place;
        private final String code;
        private final String name;
        private final List<Problem> problems = new ArrayList<>();
        private @Nullable Territory territory;
        private @Nullable Boundary boundary;
        private @Nullable Geometry shape;

        Draft(int place, String code, String name) {
            this.place = place;
            this.code = code;
            this.name = name;
        }

        boolean refused() {
            return problems.stream().anyMatch(problem -> !problem.warning());
        }
    }

    FeatureCheck(
            FeatureFile file,
            Mapping mapping,
            List<Level> levels,
            List<Territory> known,
            Map<String, Boundary> inForce,
            @Nullable Geometry outline) {
        this.file = file;
        this.mapping = mapping;
        levels.forEach(level -> {
            this.levels.put(FeatureFile.plain(level.code()), level);
            level.name().values().forEach(name -> this.levels.put(FeatureFile.plain(name), level));
        });
        known.forEach(territory -> this.known.put(territory.code(), territory));
        this.inForce = inForce;
        this.shapes = new ShapeCheck(outline);
        look();
    }

    private void look() {
        Set<String> inFile = new HashSet<>();
        file.features().forEach(feature -> inFile.add(feature.property(mapping.code())));
        for (FeatureFile.Feature feature : file.features()) {
            drafts.add(draft(feature, drafts.size() + 1, inFile));
        }
        refuseCircles();
        overlaps();
    }

    private Draft draft(FeatureFile.Feature feature, int place, Set<String> inFile) {
        String code = feature.property(mapping.code());
        String name = feature.property(mapping.name()).replaceAll("[\\p{Cc}\\s]+", " ");
        Draft draft = new Draft(place, code, name);
        nameOf(draft);
        Level level = level(feature, draft);
        String parent = parent(feature, draft, inFile);
        if (file.projected()) {
            draft.problems.add(Problem.error("system"));
        }
        ShapeCheck.Result result = shapes.check(feature.geometry(), parent != null);
        draft.shape = result.shape();
        draft.problems.addAll(result.problems());
        if (!draft.refused() && level != null) {
            draft.territory = territory(draft, level, parent);
            draft.boundary = draft.shape == null ? null : boundary(code, draft.shape);
        }
        return draft;
    }

    private void nameOf(Draft draft) {
        if (draft.code.isEmpty()) {
            draft.problems.add(Problem.error("noCode"));
        } else if (!draft.code.matches(Territory.CODE)
                || draft.code.length() > Territory.CODE_LENGTH
                || Territory.RESERVED.contains(draft.code)) {
            draft.problems.add(Problem.error("badCode", draft.code));
        } else {
            Integer before = places.putIfAbsent(draft.code, draft.place);
            if (before != null) {
                draft.problems.add(Problem.error("twice", draft.code, before.toString()));
            }
        }
        if (draft.name.isEmpty() && !known.containsKey(draft.code)) {
            draft.problems.add(Problem.error("noName"));
        } else if (draft.name.length() > 160) {
            draft.problems.add(Problem.error("longName"));
        }
    }

    private @Nullable Level level(FeatureFile.Feature feature, Draft draft) {
        String word = mapping.level().isEmpty() ? mapping.ofLevel() : feature.property(mapping.level());
        Level level = levels.get(FeatureFile.plain(word));
        if (level == null && word.isEmpty() && known.containsKey(draft.code)) {
            level = levels.get(FeatureFile.plain(known.get(draft.code).level()));
        }
        if (level == null) {
            draft.problems.add(Problem.error("level", word.isEmpty() ? "—" : word));
        }
        return level;
    }

    private @Nullable String parent(FeatureFile.Feature feature, Draft draft, Set<String> inFile) {
        String parent = mapping.parent().isEmpty() ? mapping.inParent() : feature.property(mapping.parent());
        if (parent.isEmpty() || parent.equals(draft.code)) {
            return parent.isEmpty() && known.containsKey(draft.code)
                    ? known.get(draft.code).parent()
                    : null;
        }
        if (!inFile.contains(parent) && !known.containsKey(parent)) {
            draft.problems.add(Problem.error("parent", parent));
        }
        return parent;
    }

    private Territory territory(Draft draft, Level level, @Nullable String parent) {
        Territory before = known.get(draft.code);
        return before == null
                ? new Territory(draft.code, level.code(), parent, draft.name, null, "", null, null, 0)
                : new Territory(
                        before.code(),
                        level.code(),
                        parent,
                        draft.name.isEmpty() ? before.name() : draft.name,
                        before.population(),
                        before.populationSource(),
                        before.validFrom(),
                        before.validUntil(),
                        before.order());
    }

    private Boundary boundary(String code, Geometry shape) {
        Boundary before = inForce.get(code);
        LocalDate since = mapping.since();
        if (since == null) {
            since = before == null ? Boundary.ALWAYS : before.since();
        }
        return new Boundary(code, since, Shapes.write(shape), mapping.source(), Shapes.box(shape));
    }

    private void refuseCircles() {
        Map<String, Territory> after = new LinkedHashMap<>(known);
        drafts.stream()
                .filter(draft -> draft.territory != null)
                .forEach(draft -> after.put(draft.code, draft.territory));
        try {
            TerritoryTree.of(after.values());
        } catch (IllegalArgumentException exception) {
            drafts.stream()
                    .filter(draft -> draft.territory != null && draft.territory.parent() != null)
                    .forEach(draft -> draft.problems.add(Problem.error("circle")));
        }
    }

    /** Neighbours of one level that lie on one another by more than the width of a line. */
    private void overlaps() {
        List<Draft> whole = drafts.stream()
                .filter(draft -> draft.territory != null && draft.shape != null && !draft.refused())
                .toList();
        for (int i = 0; i < whole.size(); i++) {
            for (int j = i + 1; j < whole.size(); j++) {
                Draft one = whole.get(i);
                Draft other = whole.get(j);
                if (one.territory.level().equals(other.territory.level())
                        && ShapeCheck.shared(one.shape, other.shape) > OVERLAP) {
                    other.problems.add(Problem.warning("overlap", one.territory.name()));
                }
            }
        }
    }

    /** What is said of each feature, in the order of the file. */
    List<Finding> findings() {
        return drafts.stream()
                .map(draft -> new Finding(
                        draft.place,
                        draft.code,
                        draft.name,
                        effect(draft),
                        List.copyOf(draft.problems),
                        draft.shape == null || draft.refused() && !onEarth(draft.shape)
                                ? ""
                                : Shapes.write(draft.shape)))
                .toList();
    }

    private static boolean onEarth(Geometry shape) {
        var box = shape.getEnvelopeInternal();
        return Math.abs(box.getMinX()) <= 180
                && Math.abs(box.getMaxX()) <= 180
                && Math.abs(box.getMinY()) < 89
                && Math.abs(box.getMaxY()) < 89;
    }

    private Effect effect(Draft draft) {
        if (draft.refused() || draft.territory == null) {
            return Effect.REFUSED;
        }
        Territory before = known.get(draft.code);
        if (before == null) {
            return Effect.ADDED;
        }
        boolean drawn = draft.boundary == null || draft.boundary.equals(inForce.get(draft.code));
        return before.equals(draft.territory) && drawn ? Effect.SAME : Effect.CHANGED;
    }

    List<Territory> territories() {
        return drafts.stream()
                .map(draft -> draft.territory)
                .filter(java.util.Objects::nonNull)
                .toList();
    }

    List<Boundary> boundaries() {
        return drafts.stream()
                .map(draft -> draft.boundary)
                .filter(java.util.Objects::nonNull)
                .toList();
    }
}
