// SPDX-License-Identifier: Apache-2.0
package org.cabildo.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.cabildo.Cabildo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.modulith.core.ApplicationModules;

/** The rules hold for every module on the class path, and each of them would notice its violation. */
class ArchitectureTests {

    private static final JavaClasses CABILDO = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.cabildo");

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void holds(String name, ArchRule rule, String fixture) {
        rule.check(CABILDO);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void wouldNoticeAViolation(String name, ArchRule rule, String fixture) {
        JavaClasses violation = new ClassFileImporter().importPackages(fixture);

        assertThat(rule.evaluate(violation).hasViolation()).isTrue();
    }

    static Stream<Arguments> rules() {
        return Stream.of(
                Arguments.of("pages do not query", Rules.PAGES_DO_NOT_QUERY, "fixtures.page"),
                Arguments.of(
                        "only requests and transactions read the tenant",
                        Rules.ONLY_REQUESTS_AND_TRANSACTIONS_READ_THE_TENANT,
                        "fixtures.tenant"),
                Arguments.of(
                        "use cases do not change the tenant",
                        Rules.USE_CASES_DO_NOT_CHANGE_THE_TENANT,
                        "fixtures.tenant"),
                Arguments.of("time comes from the clock", Rules.TIME_COMES_FROM_THE_CLOCK, "fixtures.time"),
                Arguments.of("handlers say who may call", Rules.HANDLERS_SAY_WHO_MAY_CALL, "fixtures.page"),
                Arguments.of(
                        "dependencies come by constructor",
                        Rules.DEPENDENCIES_COME_BY_CONSTRUCTOR,
                        "fixtures.component"),
                Arguments.of("components remember nothing", Rules.COMPONENTS_REMEMBER_NOTHING, "fixtures.component"),
                Arguments.of("names say what a type does", Rules.NAMES_SAY_WHAT_A_TYPE_DOES, "fixtures.component"),
                Arguments.of("packages are not split", Rules.PACKAGES_ARE_NOT_SPLIT, "cabildo.testkit"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("modules")
    void letsNobodyElseReadTheTablesOf(String basePackage) {
        Rules.tablesBelongTo(basePackage).check(CABILDO);
    }

    static Stream<String> modules() {
        return ApplicationModules.of(Cabildo.class).stream()
                .filter(module -> !module.isRootModule())
                .map(module -> module.getBasePackage().getName());
    }

    @Test
    void wouldNoticeAModuleThatReadsAnothersTables() {
        JavaClasses violation = new ClassFileImporter().importPackages("fixtures.clinic", "fixtures.pharmacy");

        assertThat(Rules.tablesBelongTo("fixtures.clinic").evaluate(violation).hasViolation())
                .isTrue();
    }
}
