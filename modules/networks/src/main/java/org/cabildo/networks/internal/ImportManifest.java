// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.cabildo.networks.importing.ImportCheck;
import org.cabildo.networks.importing.ImportReport;
import org.cabildo.networks.importing.ImportWords;
import org.cabildo.networks.importing.Recipe;
import org.cabildo.networks.importing.RecipeFile;
import org.cabildo.platform.Actor;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.manifest.CanonicalYaml;
import org.cabildo.platform.manifest.Folder;
import org.cabildo.platform.manifest.ManifestPart;
import org.cabildo.platform.manifest.ManifestRefused;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * The recipe of a network's import in its manifest, and beside it the network's own small compilation. Applying imports
 * the compilation until somebody brings files; what was imported from files is no part of a manifest and stays.
 */
@Component
class ImportManifest implements ManifestPart {

    private static final String DATA = "comparison/data/";
    private static final int SAID = 20;

    private final ImportedRows imports;
    private final FigureImporting importing;
    private final ImportWords words;

    ImportManifest(ImportedRows imports, FigureImporting importing, ImportWords words) {
        this.imports = imports;
        this.importing = importing;
        this.words = words;
    }

    @Override
    public List<String> owns() {
        return List.of(RecipeFile.PATH, DATA);
    }

    @Override
    public void apply(TenantId network, Folder folder, Actor actor) {
        Map<String, String> wanted = new TreeMap<>();
        folder.below(DATA).forEach((path, bytes) -> wanted.put(path, new String(bytes, StandardCharsets.UTF_8)));
        folder.text(RecipeFile.PATH)
                .ifPresent(text ->
                        wanted.put(RecipeFile.PATH, CanonicalYaml.write(CanonicalYaml.read(RecipeFile.PATH, text))));
        boolean same = wanted.equals(imports.manifest(network));
        String recipeText = wanted.get(RecipeFile.PATH);
        if (recipeText == null) {
            imports.replaceManifest(network, wanted);
            imports.dropOthers(network, "");
            return;
        }
        Recipe recipe = RecipeFile.read(recipeText);
        if (!same) {
            imports.replaceManifest(network, wanted);
        }
        imports.dropOthers(network, recipe.edition().slug());
        String origin = imports.origin(network, recipe.edition().slug()).orElse("");
        if (origin.equals(ImportedRows.FILES)) {
            imports.putEdition(network, recipe.edition());
        } else if ((!same || origin.isEmpty()) && wanted.size() > 1) {
            compile(network, recipe, wanted, actor);
        }
    }

    private void compile(TenantId network, Recipe recipe, Map<String, String> files, Actor actor) {
        ImportCheck check;
        try {
            Path folder = Files.createTempDirectory("cabildo-import");
            try {
                for (Map.Entry<String, String> file : files.entrySet()) {
                    if (file.getKey().startsWith(DATA)) {
                        String name = file.getKey().substring(DATA.length()).replace('/', '_');
                        Files.writeString(folder.resolve(name), file.getValue());
                    }
                }
                check = ImportCheck.of(recipe, folder);
            } finally {
                FileSystemUtils.deleteRecursively(folder);
            }
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
        if (check.plan() == null) {
            throw new ManifestRefused(problems(check.report()));
        }
        importing.write(network, check.plan(), ImportedRows.COMPILATION, actor);
    }

    private List<String> problems(ImportReport report) {
        return report.problems().stream()
                .limit(SAID)
                .map(finding -> DATA + words.line(finding, Locale.ENGLISH))
                .toList();
    }

    @Override
    public void export(TenantId network, Folder folder) {
        imports.manifest(network).forEach(folder::put);
    }
}
