// SPDX-License-Identifier: Apache-2.0
package org.cabildo;

import cabildo.testkit.EmbeddedDatabase;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.cabildo.harness.Installation;
import org.cabildo.harness.Surroundings;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test of the assembled application on its own ports, with an embedded PostgreSQL. All such tests share one context:
 * none of them adds settings or beans of its own.
 */
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@EmbeddedDatabase
@ContextConfiguration(initializers = Surroundings.class)
@Import(Installation.Configuration.class)
@SpringBootTest(
        classes = Cabildo.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "cabildo.internal-token=token-of-the-tests",
            "cabildo.search.url=",
            "spring.datasource.hikari.maximum-pool-size=4"
        })
public @interface AppTest {}
