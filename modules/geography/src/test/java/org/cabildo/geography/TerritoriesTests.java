// SPDX-License-Identifier: Apache-2.0
package org.cabildo.geography;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.cabildo.platform.Audit;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.search.SearchSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Territories as modules see them. */
class TerritoriesTests extends GeographyTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private final Territories territories;
    private final TerritoryEditing editing;
    private final Audit audit;
    private final List<SearchSource> sources;
    private TenantId here = new TenantId(1);
    private TenantId there = new TenantId(2);

    @Autowired
    TerritoriesTests(Territories territories, TerritoryEditing editing, Audit audit, List<SearchSource> sources) {
        this.territories = territories;
        this.editing = editing;
        this.audit = audit;
        this.sources = sources;
    }

    @BeforeEach
    void startWithATownOfTwoDistricts() {
        here = town("aqui", LEVELS + """
                territories:
                  - code: todo
                    level: municipio
                    name: Aquí
                  - code: este
                    level: distrito
                    parent: todo
                    name: Este
                  - code: oeste
                    level: distrito
                    parent: todo
                    name: Oeste
                  - code: antiguo
                    level: distrito
                    parent: todo
                    name: Antiguo
                    validUntil: "2019-12-31"
                """, """
                {"type":"FeatureCollection","features":[
                {"type":"Feature","properties":{"code":"todo","source":"Catastro"},"geometry":%s},
                {"type":"Feature","properties":{"code":"este"},"geometry":%s},
                {"type":"Feature","properties":{"code":"oeste"},"geometry":%s},
                {"type":"Feature","properties":{"code":"oeste","since":"2025-01-01"},"geometry":%s},
                {"type":"Feature","properties":{"code":"antiguo"},"geometry":%s}
                ]}
                """.formatted(
                        box(0, 0, 10, 10), box(5, 0, 10, 10), box(0, 0, 5, 5), box(0, 0, 5, 10), box(0, 0, 5, 10)));
        there = town("alla", "", "");
    }

    @Test
    void findsTheTerritoriesOfAPointFromTheBroadestToTheNarrowest() {
        assertThat(codes(new GeoPoint(5, 7), TODAY)).containsExactly("todo", "este");
        assertThat(codes(new GeoPoint(20, 20), TODAY)).isEmpty();
    }

    @Test
    void givesAPointOnABoundaryToBothSides() {
        assertThat(codes(new GeoPoint(2, 5), TODAY)).containsExactly("todo", "este", "oeste");
    }

    @Test
    void placesAPointByTheBoundaryThatWasInForceOnTheDay() {
        GeoPoint north = new GeoPoint(8, 2);

        assertThat(codes(north, TODAY)).containsExactly("todo", "oeste");
        assertThat(codes(north, LocalDate.of(2024, 12, 31))).containsExactly("todo");
        assertThat(codes(north, LocalDate.of(2019, 12, 31))).containsExactly("todo", "antiguo");
    }

    @Test
    void showsOnlyWhatExistsOnTheDay() {
        assertThat(as(here, () -> territories.tree(here, TODAY).all()))
                .extracting(Territory::code)
                .containsExactly("todo", "este", "oeste");
        assertThat(as(
                        here,
                        () -> territories.tree(here, LocalDate.of(2010, 1, 1)).children("todo")))
                .extracting(Territory::code)
                .containsExactly("este", "oeste", "antiguo");
    }

    @Test
    void keepsTheOldBoundaryBesideTheNewOne() {
        assertThat(as(here, () -> territories.boundaries(here, TODAY)))
                .filteredOn(boundary -> boundary.territory().equals("oeste"))
                .singleElement()
                .satisfies(boundary -> assertThat(boundary.since()).isEqualTo("2025-01-01"));
        assertThat(as(here, () -> territories.boundaries(here, List.of("oeste"), LocalDate.of(2020, 1, 1))))
                .singleElement()
                .satisfies(boundary -> assertThat(boundary.dated()).isFalse());
    }

    @Test
    void writesDownWhoChangedWhat() {
        as(here, () -> {
            Territory east = territories.byCode(here, "este").orElseThrow();
            editing.save(
                    here,
                    new Territory("este", "distrito", "todo", "Este Nuevo", 120, "Censo 2024", null, null, 0),
                    RITA);
            assertThat(east.name()).isEqualTo("Este");
            return null;
        });

        Audit.Entry entry =
                as(here, () -> audit.ofTenant(here, Audit.Filter.ALL, null, 5)).getFirst();
        assertThat(entry.action()).isEqualTo("geography.changed");
        assertThat(entry.before()).contains("Este");
        assertThat(entry.after()).contains("Este Nuevo", "Censo 2024");
        assertThat(as(here, () -> territories.byCode(here, "este").orElseThrow().order()))
                .isEqualTo(2);
    }

    @Test
    void refusesATerritoryThatLiesInItselfOrInNothingKnown() {
        Territory circle = new Territory("todo", "municipio", "este", "Aquí", null, "", null, null, 0);
        Territory lost = new Territory("nuevo", "distrito", "nada", "Nuevo", null, "", null, null, 0);
        Territory odd = new Territory("nuevo", "comarca", null, "Nuevo", null, "", null, null, 0);

        for (Territory wrong : List.of(circle, lost, odd)) {
            assertThatThrownBy(() -> as(here, () -> {
                        editing.save(here, wrong, RITA);
                        return null;
                    }))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(as(here, () -> territories.byCode(here, "nuevo"))).isEmpty();
    }

    @Test
    void hidesEverythingFromOtherTenants() {
        assertThat(as(there, () -> territories.all(there))).isEmpty();
        assertThat(as(there, () -> territories.containing(there, new GeoPoint(5, 7), TODAY)))
                .isEmpty();
        assertThat(as(there, () -> territories.boundaries(there, TODAY))).isEmpty();
        assertThat(as(there, () -> territories.all(here))).isEmpty();
        assertThatThrownBy(() -> as(there, () -> {
                    editing.choose(
                            here, new TileServer("https://tiles.example.org/{z}/{x}/{y}.png", "Ejemplo", 18), RITA);
                    return null;
                }))
                .isInstanceOf(RuntimeException.class);
        assertThat(as(here, () -> territories.tiles(here))).isEmpty();
    }

    @Test
    void offersTerritoriesToSearchUnderTheirNames() {
        SearchSource search = sources.stream()
                .filter(source -> source.type().equals("territory"))
                .findFirst()
                .orElseThrow();

        assertThat(as(here, () -> search.one(here, "este"))).singleElement().satisfies(document -> {
            assertThat(document.title()).isEqualTo("Este");
            assertThat(document.summary()).isEqualTo("Distrito: Aquí");
            assertThat(document.path()).isEqualTo("/territorios/este");
        });
        assertThat(as(here, () -> search.all(here, "este", 10)))
                .extracting("id")
                .containsExactly("oeste", "todo");
    }

    private List<String> codes(GeoPoint point, LocalDate day) {
        return as(here, () -> territories.containing(here, point, day)).stream()
                .map(Territory::code)
                .toList();
    }
}
