// SPDX-License-Identifier: Apache-2.0
package cabildo.testkit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.TestContextAnnotationUtils;

/** Connects a test's context with a database made for it. Contexts are kept until the JVM ends, and so is the server. */
record EmbeddedDatabaseCustomizer(List<String> modules) implements ContextCustomizer {

    @Override
    public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
        TestDatabase database =
                modules.isEmpty() ? TestDatabase.empty() : TestDatabase.migrated(modules.toArray(String[]::new));
        Map<String, Object> settings = new HashMap<>();
        database.settings(settings::put);
        if (!modules.isEmpty()) {
            settings.put("spring.flyway.enabled", "false");
        }
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("embedded database", settings));
    }

    static final class Factory implements ContextCustomizerFactory {

        @Override
        public @Nullable ContextCustomizer createContextCustomizer(
                Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
            EmbeddedDatabase wanted =
                    TestContextAnnotationUtils.findMergedAnnotation(testClass, EmbeddedDatabase.class);
            return wanted == null ? null : new EmbeddedDatabaseCustomizer(List.of(wanted.migrated()));
        }
    }
}
