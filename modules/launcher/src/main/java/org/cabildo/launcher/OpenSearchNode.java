// SPDX-License-Identifier: Apache-2.0
package org.cabildo.launcher;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.opensearch.Version;
import org.opensearch.analysis.common.CommonAnalysisModulePlugin;
import org.opensearch.common.settings.Settings;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.plugins.Plugin;
import org.opensearch.plugins.PluginInfo;
import org.opensearch.transport.Netty4ModulePlugin;

/** The main class of OpenSearch's own process: one node, loopback only. Runs on the OpenSearch class path alone. */
final class OpenSearchNode extends Node {

    private OpenSearchNode(Settings settings, Path configuration, List<Class<? extends Plugin>> plugins) {
        super(
                InternalSettingsPreparer.prepareEnvironment(settings, Map.of(), configuration, () -> "cabildo"),
                plugins.stream().map(OpenSearchNode::info).toList(),
                true);
    }

    private static PluginInfo info(Class<? extends Plugin> plugin) {
        return new PluginInfo(
                plugin.getName(),
                "on the class path",
                "NA",
                Version.CURRENT,
                "21",
                plugin.getName(),
                null,
                List.of(),
                false);
    }

    /** Arguments: data folder, HTTP port, transport port. */
    public static void main(String[] arguments) throws Exception {
        Path data = Path.of(arguments[0]);
        Settings settings = Settings.builder()
                .put("cluster.name", "cabildo")
                .put("path.home", data.toString())
                .put("path.data", data.resolve("data").toString())
                .put("path.logs", data.resolve("logs").toString())
                .put("network.host", "127.0.0.1")
                .put("http.port", arguments[1])
                .put("transport.port", arguments[2])
                .put("discovery.type", "single-node")
                .put("node.store.allow_mmap", Boolean.getBoolean("cabildo.opensearch.mmap"))
                // the breaker would count what the serial collector has not yet taken away, and then refuse for good
                .put("indices.breaker.total.use_real_memory", false)
                .put("cluster.routing.allocation.disk.threshold_enabled", false)
                .put("action.auto_create_index", false)
                .build();
        OpenSearchNode node = new OpenSearchNode(
                settings, data.resolve("config"), List.of(Netty4ModulePlugin.class, CommonAnalysisModulePlugin.class));
        CountDownLatch end = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(node, end), "close"));
        node.start();
        end.await();
    }

    private static void close(OpenSearchNode node, CountDownLatch end) {
        try {
            node.close();
        } catch (java.io.IOException e) {
            System.err.println("closing failed: " + e.getMessage());
        } finally {
            end.countDown();
        }
    }
}
