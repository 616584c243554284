package projectapikeys.elasticsearch;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.elasticsearch.cluster.service.ClusterService;
import org.elasticsearch.common.logging.LogConfigurator;
import org.elasticsearch.common.network.NetworkAddress;
import org.elasticsearch.common.settings.KeyStoreWrapper;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.gateway.GatewayService;
import org.elasticsearch.http.HttpServerTransport;
import org.elasticsearch.node.ClassPathNode;
import org.elasticsearch.node.Node;

/**
 * Starts a node: {@code Launcher <config folder> <key=value>...}.
 *
 * <p>The first line of stdin is the password of {@code elastic} that counts until one is stored in
 * the cluster ({@code bootstrap.password}). The node lives as long as stdin stays open, so that it
 * never outlives the process that started it, however that one ended. Once it listens and its
 * state is recovered, one line on stdout says where: {@code listening on <host>:<port>}.
 */
public final class Launcher {
    private Launcher() {}

    public static void main(String[] args) throws Exception {
        BufferedReader stdin = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        // Elasticsearch's log configuration replaces System.out
        PrintStream stdout = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        try {
            String password = stdin.readLine();
            // From the first moment, as a node of a cluster may wait for the others for ever.
            new Thread(() -> exitAtEndOf(stdin), "stdin").start();
            Node node = start(Path.of(args[0]), args, password);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(node)));
            awaitRecovery(node.injector().getInstance(ClusterService.class));
            var address = node.injector().getInstance(HttpServerTransport.class).boundAddress().publishAddress();
            stdout.println("listening on " + NetworkAddress.format(address.address()));
        } catch (Throwable e) { // also an Error: threads that the node began would keep the JVM alive
            e.printStackTrace(new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
            System.exit(1);
        }
    }

    private static void exitAtEndOf(BufferedReader stdin) {
        try {
            while (stdin.readLine() != null) {
                // nothing more is said on stdin; only its end matters
            }
        } catch (IOException e) {
            // as good as its end
        }
        System.exit(0);
    }

    private static Node start(Path config, String[] args, String password) throws Exception {
        Settings.Builder settings = Settings.builder().loadFromPath(config.resolve("elasticsearch.yml"));
        for (int i = 1; i < args.length; i++) {
            int equals = args[i].indexOf('=');
            settings.put(args[i].substring(0, equals), args[i].substring(equals + 1));
        }
        KeyStoreWrapper secrets = KeyStoreWrapper.create();
        secrets.setString("bootstrap.password", password.toCharArray());
        Environment environment = new Environment(settings.setSecureSettings(secrets).build(), config);
        LogConfigurator.registerErrorListener();
        LogConfigurator.setNodeName(Node.NODE_NAME_SETTING.get(environment.settings()));
        LogConfigurator.configure(environment, true);
        Node node = ClassPathNode.create(environment);
        try {
            return node.start();
        } catch (Exception e) {
            close(node);
            throw e;
        }
    }

    /** Until the cluster state is read from disk, bootstrap.password would count in spite of a stored one. */
    private static void awaitRecovery(ClusterService cluster) throws InterruptedException {
        while (cluster.state().blocks().hasGlobalBlock(GatewayService.STATE_NOT_RECOVERED_BLOCK)) {
            Thread.sleep(10);
        }
    }

    private static void close(Node node) {
        try {
            node.close();
        } catch (IOException e) {
            e.printStackTrace();
        }
    }
}
