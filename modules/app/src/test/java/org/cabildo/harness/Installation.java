// SPDX-License-Identifier: Apache-2.0
package org.cabildo.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cabildo.identity.Memberships;
import org.cabildo.platform.Actor;
import org.cabildo.platform.ModuleCatalogue;
import org.cabildo.platform.ModuleDescriptor;
import org.cabildo.platform.Site;
import org.cabildo.platform.Sites;
import org.cabildo.platform.TenantContext;
import org.cabildo.platform.manifest.CanonicalYaml;
import org.cabildo.platform.manifest.Folder;
import org.cabildo.tenancy.Manifests;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The running application with every sample tenant applied. One for all tests of the application. */
public final class Installation {

    /** Host of the console. */
    public static final String CONSOLE = "console.cabildo.localhost";

    private final ApplicationContext context;
    private final Sites sites;
    private final Manifests manifests;
    private final Map<String, Folder> samples = new LinkedHashMap<>();

    private Installation(ApplicationContext context, Sites sites, Manifests manifests) {
        this.context = context;
        this.sites = sites;
        this.manifests = manifests;
    }

    /** Makes it part of the application's context. */
    @TestConfiguration(proxyBeanMethods = false)
    public static class Configuration {

        @Bean
        @Lazy
        Installation installation(ApplicationContext context, Sites sites, Manifests manifests) {
            Installation installation = new Installation(context, sites, manifests);
            installation.applySamples();
            return installation;
        }

        @Bean
        @Lazy
        Ledger ledger(Installation installation) {
            return new Ledger(installation.setting("spring.datasource.url"));
        }

        @Bean
        @Lazy
        Specimens specimens(Installation installation) {
            return new Specimens(installation.setting("spring.datasource.url"));
        }

        @Bean
        @Lazy
        Routes routes(
                @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping,
                ModuleCatalogue modules,
                Specimens specimens) {
            return new Routes(mapping, modules, specimens);
        }
    }

    private void applySamples() {
        try (Stream<Path> folders = Files.list(Path.of("../../tenants"))) {
            for (Path folder : folders.filter(path -> Files.exists(path.resolve("tenant.yaml")))
                    .sorted()
                    .toList()) {
                Folder sample = Folder.read(folder);
                samples.put(folder.getFileName().toString(), sample);
                manifests.apply(sample, Actor.SYSTEM);
            }
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    public int port() {
        return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    public int managementPort() {
        return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.management.port"));
    }

    /** A setting of the running application. */
    public String setting(String name) {
        return context.getEnvironment().getRequiredProperty(name);
    }

    /** The folders of tenants/ as they are in the repository, by slug. */
    public Map<String, Folder> samples() {
        return samples;
    }

    public List<String> slugs() {
        return List.copyOf(samples.keySet());
    }

    public Site site(String slug) {
        return sites.bySlug(slug).orElseThrow();
    }

    /** Somebody new, without cookies, at a tenant's portal. */
    public Visitor visit(String slug) {
        return at(site(slug).canonicalHost());
    }

    /** Somebody new, without cookies, at any host. */
    public Visitor at(String host) {
        return new Visitor(port(), host);
    }

    /** Gives somebody roles at a tenant. */
    public Person enrol(Person person, String slug, String... roles) {
        Site site = site(slug);
        for (String role : roles) {
            TenantContext.run(
                    site.requireTenant(),
                    () -> context.getBean(Memberships.class)
                            .enrol(site.requireTenant(), person.email(), role, Actor.SYSTEM));
        }
        return person;
    }

    /** The modules that a tenant may switch. */
    public List<ModuleDescriptor> switchable(String slug) {
        return context.getBean(ModuleCatalogue.class).switchable(site(slug).kind());
    }

    /** Switches a sample tenant's modules by its manifest, to those that the choice accepts. */
    public void switchModules(String slug, java.util.function.Predicate<String> on) {
        Folder folder = copy(samples.get(slug));
        Map<String, Object> document = new LinkedHashMap<>(
                CanonicalYaml.read("tenant.yaml", folder.text("tenant.yaml").orElseThrow()));
        Map<String, Object> modules = new java.util.TreeMap<>();
        switchable(slug).forEach(module -> modules.put(module.key(), on.test(module.key())));
        document.put("modules", modules);
        folder.put("tenant.yaml", CanonicalYaml.write(document));
        manifests.apply(folder, Actor.SYSTEM);
    }

    /** Makes a sample tenant again what its folder says. */
    public void restore(String slug) {
        manifests.apply(samples.get(slug), Actor.SYSTEM);
    }

    /** A folder that may be changed. */
    public static Folder copy(Folder folder) {
        Folder copy = new Folder();
        folder.all().forEach(copy::put);
        return copy;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Every slug with something of its site, for messages of findings. */
    public <T> List<T> each(java.util.function.Function<Site, T> answer) {
        List<T> all = new ArrayList<>();
        slugs().forEach(slug -> all.add(answer.apply(site(slug))));
        return all;
    }
}
