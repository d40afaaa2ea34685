package org.claimgate.camel;

import java.net.URI;
import java.util.Map;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.component.file.remote.RemoteFileOperations;
import org.apache.camel.component.file.remote.SftpComponent;
import org.apache.camel.component.file.remote.SftpConfiguration;
import org.apache.camel.component.file.remote.SftpEndpoint;
import org.apache.camel.component.file.remote.SftpEndpointConfigurer;
import org.apache.camel.component.file.remote.SftpRemoteFile;
import org.apache.camel.spi.PropertyConfigurer;
import org.apache.camel.util.StringHelper;

/** What {@code sftp:} stands for in the route files: camel-ftp's component, with sessions of ours. */
final class SftpSessionComponent extends SftpComponent {

    /** Unlike camel-ftp's own, leaves a folder absolute that the profile gives as absolute. */
    @Override
    protected GenericFileEndpoint<SftpRemoteFile> buildFileEndpoint(
            String uri, String remaining, Map<String, Object> parameters) throws Exception {
        String address = StringHelper.before(uri, "?", uri);
        return new Endpoint(uri, this, new SftpConfiguration(new URI(address)));
    }

    /** Camel finds it by the component's class, and knows nothing of this one. */
    @Override
    public PropertyConfigurer getEndpointPropertyConfigurer() {
        return new SftpEndpointConfigurer();
    }

    /** Its proxy is the partner's line. */
    static final class Endpoint extends SftpEndpoint {

        Endpoint() {}

        private Endpoint(String uri, SftpComponent component, SftpConfiguration configuration) {
            super(uri, component, configuration);
        }

        @Override
        public RemoteFileOperations<SftpRemoteFile> createRemoteFileOperations() {
            return session();
        }

        SftpSession session() {
            return new SftpSession((CuttableLine) getProxy(), this);
        }
    }
}
