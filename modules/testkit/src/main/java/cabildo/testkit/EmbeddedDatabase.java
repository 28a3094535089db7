// SPDX-License-Identifier: Apache-2.0
package cabildo.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives a Spring test a {@link TestDatabase}. Test classes that name the same modules and the same configuration share
 * one context and its database.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface EmbeddedDatabase {

    /**
     * Modules whose schemas are there before the context starts, besides the platform's; Flyway is then off. Empty: the
     * database has no schema and the application migrates it.
     */
    String[] migrated() default {};
}
