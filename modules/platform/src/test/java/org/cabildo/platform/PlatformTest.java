// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform;

import cabildo.testkit.EmbeddedDatabase;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** A test of the platform on its own port with a real PostgreSQL. All such tests share one context. */
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@EmbeddedDatabase(migrated = "platform")
@SpringBootTest(
        classes = PlatformApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.modulith.events.jdbc.schema=events",
            "spring.modulith.events.jdbc.schema-initialization.enabled=false",
            "spring.modulith.events.completion-mode=archive",
            "spring.jooq.sql-dialect=postgres",
            "spring.threads.virtual.enabled=true",
            "spring.web.resources.add-mappings=false",
            "spring.datasource.hikari.maximum-pool-size=6",
            "spring.datasource.hikari.connection-timeout=2000",
            "spring.servlet.multipart.max-file-size=64KB",
            "spring.servlet.multipart.max-request-size=128KB",
            "cabildo.mail.dir=target/mail",
            "cabildo.events.pause=100ms",
            "cabildo.events.attempts=3"
        })
public @interface PlatformTest {}
