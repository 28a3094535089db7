// SPDX-License-Identifier: Apache-2.0
package org.cabildo.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Date;
import java.util.Set;
import org.cabildo.platform.TenantContext;
import org.cabildo.platform.UseCase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.web.bind.annotation.RequestMapping;

/** The dependency rules of the architecture, each with its reason. */
final class Rules {

    private static final Set<String> TELLING_THE_TIME =
            Set.of("now", "currentTimeMillis", "systemUTC", "systemDefaultZone", "today");

    private static final DescribedPredicate<JavaClass> PROVIDE_THE_CLOCK = describe(
            "provide the clock",
            type -> type.getMethods().stream()
                    .anyMatch(method -> method.getRawReturnType().isEquivalentTo(Clock.class)));

    private static final DescribedPredicate<JavaClass> COMPARE_FILES = describe(
            "compare files with the file system's own time",
            type -> type.getName().equals("org.cabildo.platform.files.FileSystemFileStore"));

    private static final DescribedPredicate<JavaClass> CONTROLLERS =
            describe("are controllers", type -> type.isMetaAnnotatedWith(Controller.class));

    private static final DescribedPredicate<JavaClass> MANAGEMENT =
            describe("are endpoints of the management port", type -> type.isMetaAnnotatedWith(Endpoint.class));

    private static final DescribedPredicate<JavaClass> USE_CASES =
            describe("are use cases", type -> type.isAnnotatedWith(UseCase.class));

    private static final DescribedPredicate<JavaClass> COMPONENTS =
            describe("are components", type -> type.isMetaAnnotatedWith(Component.class));

    private Rules() {}

    static final ArchRule PAGES_DO_NOT_QUERY = noClasses()
            .that(resideInAPackage("..web..").or(CONTROLLERS))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.jooq..", "..internal.jooq..")
            .because("what a page shows is asked for through the module's interface, where the tenant is an argument");

    static final ArchRule ONLY_REQUESTS_AND_TRANSACTIONS_READ_THE_TENANT = noClasses()
            .that(not(assignableTo(PlatformTransactionManager.class)).and(not(resideInAPackage("..web.."))))
            .should()
            .callMethod(TenantContext.class, "current")
            .because("below the web layer the tenant is an argument: a hidden one is forgotten or mistaken");

    static final ArchRule USE_CASES_DO_NOT_CHANGE_THE_TENANT = noClasses()
            .that(USE_CASES)
            .should()
            .accessClassesThat()
            .areAssignableTo(TenantContext.class)
            .allowEmptyShould(true)
            .because("a transaction belongs to the tenant with which it began; background work states it before");

    static final ArchRule TIME_COMES_FROM_THE_CLOCK = noClasses()
            .that(not(PROVIDE_THE_CLOCK).and(not(COMPARE_FILES)))
            .should()
            .callCodeUnitWhere(describe("ask the machine for the time", Rules::asksTheMachine))
            .because("deadlines are tested at midnights, on leap days and with a clock that is wrong");

    static final ArchRule HANDLERS_SAY_WHO_MAY_CALL = methods()
            .that()
            .areMetaAnnotatedWith(RequestMapping.class)
            .and()
            .areDeclaredInClassesThat(not(assignableTo(ErrorController.class)).and(not(MANAGEMENT)))
            .should(new StateAccess())
            .because("a handler without a rule would be open to everybody by accident");

    static final ArchRule DEPENDENCIES_COME_BY_CONSTRUCTOR = noFields()
            .should()
            .beAnnotatedWith(Autowired.class)
            .orShould()
            .beAnnotatedWith(Value.class)
            .orShould()
            .beAnnotatedWith("jakarta.annotation.Resource")
            .orShould()
            .beAnnotatedWith("jakarta.inject.Inject")
            .because("a class states what it needs, and can't exist without it");

    static final ArchRule COMPONENTS_REMEMBER_NOTHING = fields().that()
            .areDeclaredInClassesThat(COMPONENTS)
            .and()
            .areNotStatic()
            .should(new BeSteady())
            .because("a component serves all tenants at once: what it remembers of one it shows to another");

    static final ArchRule NAMES_SAY_WHAT_A_TYPE_DOES = noClasses()
            .that(not(assignableTo(PlatformTransactionManager.class)))
            .should()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("DTO")
            .orShould()
            .haveSimpleNameEndingWith("Dto")
            .because("such a name says nothing; the domain has a word for it");

    /** Tables that were generated for a module are read by that module only. */
    static ArchRule tablesBelongTo(String basePackage) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(basePackage + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(basePackage + ".internal.jooq..")
                .because("a module's schema is its own; others ask its interface or listen to its events");
    }

    static final ArchRule PACKAGES_ARE_NOT_SPLIT = classes()
            .should(new LiveInOnePlace())
            .because("two artifacts that fill one package see each other's package-private types");

    private static boolean asksTheMachine(JavaCall<?> call) {
        CodeUnitAccessTarget target = call.getTarget();
        String owner = target.getOwner().getName();
        boolean withoutClock =
                target.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
        boolean clocked = owner.startsWith("java.time.") || owner.equals(System.class.getName());
        boolean date = owner.equals(Date.class.getName())
                && target.getName().equals("<init>")
                && target.getRawParameterTypes().isEmpty();
        return date || (clocked && withoutClock && TELLING_THE_TIME.contains(target.getName()));
    }
}
