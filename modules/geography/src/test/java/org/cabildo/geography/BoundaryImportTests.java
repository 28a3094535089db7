// SPDX-License-Identifier: Apache-2.0
package org.cabildo.geography;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cabildo.geography.BoundaryImport.Effect;
import org.cabildo.geography.BoundaryImport.Finding;
import org.cabildo.geography.BoundaryImport.Mapping;
import org.cabildo.geography.BoundaryImport.Problem;
import org.cabildo.geography.BoundaryImport.Report;
import org.cabildo.geography.BoundaryImport.Unreadable;
import org.cabildo.geography.BoundaryImport.Upload;
import org.cabildo.platform.Audit;
import org.cabildo.platform.TenantId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A file with boundaries is looked through, and taken over whole or not at all. */
class BoundaryImportTests extends GeographyTest {

    private static final LocalDate TODAY = LocalDate.now();
    private static final Mapping USUAL =
            new Mapping("CODIGO", "NOMBRE", "", "todo", "", "distrito", null, "Catastro 2026");

    private final BoundaryImport imports;
    private final Territories territories;
    private final Audit audit;
    private TenantId here = new TenantId(1);

    @Autowired
    BoundaryImportTests(BoundaryImport imports, Territories territories, Audit audit) {
        this.imports = imports;
        this.territories = territories;
        this.audit = audit;
    }

    @BeforeEach
    void startWithAnOutline() {
        here = town("importa", LEVELS + """
                territories:
                  - code: todo
                    level: municipio
                    name: Todo
                """, """
                {"type":"FeatureCollection","features":[
                {"type":"Feature","properties":{"code":"todo"},"geometry":%s}
                ]}
                """.formatted(box(-70, -20, -60, -10)));
    }

    @Test
    void guessesWhatThePropertiesMean() {
        Upload upload = keep(feature("d1", "Uno", box(-70, -20, -65, -10)));

        assertThat(upload.guess().code()).isEqualTo("CODIGO");
        assertThat(upload.guess().name()).isEqualTo("NOMBRE");
        assertThat(upload.features()).isEqualTo(1);
    }

    @Test
    void takesOverNewTerritoriesWithTheirBoundaries() {
        Upload upload =
                keep(feature("d1", "Uno", box(-70, -20, -65, -10)), feature("d2", "Dos", box(-65, -20, -60, -10)));

        Report report = take(upload, USUAL);

        assertThat(report.clean()).isTrue();
        assertThat(report.count(Effect.ADDED)).isEqualTo(2);
        assertThat(containing(new GeoPoint(-15, -62))).containsExactly("todo", "d2");
        assertThat(as(here, () -> territories.boundaries(here, List.of("d1"), TODAY)))
                .singleElement()
                .satisfies(boundary -> assertThat(boundary.source()).isEqualTo("Catastro 2026"));
        assertThat(as(here, () -> audit.ofTenant(here, Audit.Filter.ALL, null, 4)))
                .filteredOn(entry -> entry.subjectId().equals("d1"))
                .extracting(Audit.Entry::action)
                .containsExactlyInAnyOrder("geography.created", "geography.drawn");
        assertThat(as(here, () -> imports.find(here, upload.id()))).isEmpty();
    }

    @Test
    void changesNothingTheSecondTime() {
        take(keep(feature("d1", "Uno", box(-70, -20, -65, -10))), USUAL);

        Report again = check(keep(feature("d1", "Uno", box(-70, -20, -65, -10))), USUAL);

        assertThat(again.count(Effect.SAME)).isEqualTo(1);
    }

    @Test
    void takesNothingWhenOneFeatureIsRefused() {
        Upload upload =
                keep(feature("d1", "Uno", box(-70, -20, -65, -10)), feature("", "Dos", box(-65, -20, -60, -10)));

        assertThat(take(upload, USUAL).clean()).isFalse();

        assertThat(as(here, () -> territories.byCode(here, "d1"))).isEmpty();
        assertThat(as(here, () -> imports.find(here, upload.id()))).isPresent();
    }

    @Test
    void keepsTheEarlierBoundaryWhenANewOneIsInForceSinceADay() {
        take(keep(feature("d1", "Uno", box(-70, -20, -65, -10))), USUAL);
        Mapping since = new Mapping("CODIGO", "NOMBRE", "", "todo", "", "distrito", LocalDate.of(2025, 1, 1), "Ley 5");

        take(keep(feature("d1", "Uno", box(-70, -20, -68, -10))), since);

        assertThat(containing(new GeoPoint(-15, -66))).containsExactly("todo");
        assertThat(as(here, () -> territories.containing(here, new GeoPoint(-15, -66), LocalDate.of(2024, 12, 31))))
                .extracting(Territory::code)
                .containsExactly("todo", "d1");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "noCode      | ''  | Uno | [[-70,-20],[-65,-20],[-65,-10],[-70,-20]]",
                "badCode     | a b | Uno | [[-70,-20],[-65,-20],[-65,-10],[-70,-20]]",
                "noName      | d1  | ''  | [[-70,-20],[-65,-20],[-65,-10],[-70,-20]]",
                "open        | d1  | Uno | [[-70,-20],[-65,-20],[-65,-10],[-66,-10]]",
                "short       | d1  | Uno | [[-70,-20],[-65,-20],[-70,-20]]",
                "position    | d1  | Uno | [[-70,-20],[-65,null],[-65,-10],[-70,-20]]",
                "crossing    | d1  | Uno | [[-70,-20],[-65,-10],[-65,-20],[-70,-10],[-70,-20]]",
                "swapped     | d1  | Uno | [[-20,-70],[-20,-65],[-10,-65],[-20,-70]]",
                "projected   | d1  | Uno | [[590000,8170000],[595000,8170000],[595000,8175000],[590000,8170000]]",
                "outside     | d1  | Uno | [[-40,-20],[-35,-20],[-35,-10],[-40,-20]]"
            })
    void saysWhatIsWrongWithAFeature(String problem, String code, String name, String ring) {
        Finding finding = check(keep(feature(code, name, polygon(ring))), USUAL)
                .findings()
                .getFirst();

        assertThat(finding.effect()).isEqualTo(Effect.REFUSED);
        assertThat(finding.problems()).extracting(Problem::key).contains(problem);
    }

    @Test
    void namesBothThatHaveOneCode() {
        List<Finding> findings = check(
                        keep(
                                feature("d1", "Uno", box(-70, -20, -65, -10)),
                                feature("d1", "Otro", box(-65, -20, -60, -10))),
                        USUAL)
                .findings();

        assertThat(findings.getFirst().refused()).isFalse();
        assertThat(findings.getLast().problems()).containsExactly(Problem.error("twice", "d1", "1"));
    }

    @Test
    void warnsOfOverlapsEdgesOutsideAndMissingShapes() {
        List<Finding> findings = check(
                        keep(
                                feature("d1", "Uno", box(-70, -20, -65, -10)),
                                feature("d2", "Dos", box(-66, -20, -60, -10)),
                                feature("d3", "Tres", box(-62, -12, -58, -10)),
                                feature("d4", "Cuatro", "null")),
                        USUAL)
                .findings();

        assertThat(findings).noneMatch(Finding::refused);
        assertThat(findings.get(1).problems()).extracting(Problem::key).containsExactly("overlap");
        assertThat(findings.get(2).problems()).extracting(Problem::key).containsExactly("partlyOutside", "overlap");
        assertThat(findings.get(3).problems()).extracting(Problem::key).containsExactly("noShape");
    }

    @Test
    void refusesParentsAndKindsThatNobodyKnowsAndCircles() {
        Mapping columns = new Mapping("CODIGO", "NOMBRE", "PADRE", "", "TIPO", "", null, "");
        List<Finding> findings = check(
                        keep(
                                feature("d1", "Uno", "null", "nada", "Distrito"),
                                feature("d2", "Dos", "null", "todo", "Comarca"),
                                feature("d3", "Tres", "null", "d4", "distrito"),
                                feature("d4", "Cuatro", "null", "d3", "distrito")),
                        columns)
                .findings();

        assertThat(findings.get(0).problems()).contains(Problem.error("parent", "nada"));
        assertThat(findings.get(1).problems()).contains(Problem.error("level", "Comarca"));
        assertThat(findings.get(2).problems()).contains(Problem.error("circle"));
        assertThat(findings.get(3).problems()).contains(Problem.error("circle"));
    }

    @Test
    void refusesWhatIsNoCollection() {
        assertThatThrownBy(() -> keep("nada".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Unreadable.class)
                .hasMessage("json");
        assertThatThrownBy(() -> keep("{}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Unreadable.class)
                .hasMessage("collection");
        assertThatThrownBy(() -> keep("\"Ñ\"".getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(Unreadable.class)
                .hasMessage("encoding");
        assertThatThrownBy(() -> keep(new byte[BoundaryImport.LARGEST + 1]))
                .isInstanceOf(Unreadable.class)
                .hasMessage("large");
    }

    @Test
    void hidesFilesFromOtherTenants() {
        UUID id = keep(feature("d1", "Uno", "null")).id();
        TenantId there = town("ajena", "", "");

        assertThat(as(there, () -> imports.find(there, id))).isEmpty();
    }

    private List<String> containing(GeoPoint point) {
        return as(here, () -> territories.containing(here, point, TODAY)).stream()
                .map(Territory::code)
                .toList();
    }

    private Report check(Upload upload, Mapping mapping) {
        return as(here, () -> imports.check(here, upload.id(), mapping));
    }

    private Report take(Upload upload, Mapping mapping) {
        return as(here, () -> imports.take(here, upload.id(), mapping, RITA));
    }

    private Upload keep(String... features) {
        return keep(("{\"type\":\"FeatureCollection\",\"features\":["
                        + Arrays.stream(features).collect(Collectors.joining(",")) + "]}")
                .getBytes(StandardCharsets.UTF_8));
    }

    private Upload keep(byte[] content) {
        return as(here, () -> imports.keep(here, "limites.geojson", content, RITA));
    }

    private static String polygon(String ring) {
        return "{\"type\":\"Polygon\",\"coordinates\":[" + ring + "]}";
    }

    private static String feature(String code, String name, String geometry) {
        return feature(code, name, geometry, "", "");
    }

    private static String feature(String code, String name, String geometry, String parent, String kind) {
        return "{\"type\":\"Feature\",\"properties\":{\"CODIGO\":\"%s\",\"NOMBRE\":\"%s\",\"PADRE\":\"%s\",\"TIPO\":\"%s\"},\"geometry\":%s}"
                .formatted(code, name, parent, kind, geometry);
    }
}
