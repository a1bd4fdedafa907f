using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CodeAssist.Repair.Gate.Policy;

/// <summary>
/// API that reaches outside the program and was not there: reflection, native code, processes, the network, deletion
/// of files. Known by name, because the check is purely syntactic; a name that the region already used is no news.
/// </summary>
internal sealed class DangerousApis : IBan
{
    private static readonly Dictionary<string, string> Names = Map(
        ("ApiReflection",
            "Activator AppDomain Assembly AssemblyLoadContext BindingFlags ConstructorInfo DynamicMethod FieldInfo ILGenerator MemberInfo MethodBase MethodInfo PropertyInfo Reflection RuntimeHelpers TypeInfo Unsafe UnsafeAccessor UnsafeAccessorAttribute GetMethod GetMethods GetField GetFields GetProperty GetProperties GetConstructor GetConstructors GetMember GetMembers InvokeMember CreateInstance DynamicInvoke CSharpScript CSharpCompilation Emit"),
        ("ApiNative",
            "DllImport DllImportAttribute LibraryImport LibraryImportAttribute Marshal NativeLibrary GCHandle MemoryMarshal UnmanagedCallersOnly FunctionPointer"),
        ("ApiProcess",
            "Process ProcessStartInfo FailFast PowerShell Registry RegistryKey ServiceController SetEnvironmentVariable"),
        ("ApiNetwork",
            "HttpClient HttpClientHandler HttpRequestMessage HttpMessageInvoker SocketsHttpHandler WebClient WebRequest HttpWebRequest FtpWebRequest Socket TcpClient TcpListener UdpClient NetworkStream SslStream ClientWebSocket WebSocket SmtpClient MailMessage Dns Ping HttpListener NamedPipeClientStream NamedPipeServerStream QuicConnection"),
        ("ApiDeletion",
            "DeleteOnClose"));

    private static readonly HashSet<string> FileTypes = ["File", "Directory", "FileInfo", "DirectoryInfo", "FileSystem"];

    // Members that destroy files, where they are called on a type that does so. What `Delete` is called on, a variable
    // say, syntax does not tell: none may be added.
    private static readonly HashSet<string> FileDestroyers = ["Move", "Replace", "Encrypt", "CreateSymbolicLink"];

    public string? Find(PolicySubject subject)
    {
        var known = new HashSet<string>(Uses([subject.OldNode]).Select(use => use.Name));
        foreach (var (name, reason) in Uses(subject.NewNodes))
        {
            if (!known.Contains(name))
                return Messages.Get(reason, name);
        }

        return null;
    }

    private static IEnumerable<(string Name, string Reason)> Uses(IEnumerable<SyntaxNode> nodes)
    {
        foreach (var name in nodes.SelectMany(node => node.DescendantNodesAndSelf()).OfType<SimpleNameSyntax>())
        {
            var text = name.Identifier.ValueText;
            if (Names.TryGetValue(text, out var reason))
                yield return (text, reason);
            else if (text is "Exit" && ReceiverOf(name) is "Environment" or "Application")
                yield return ("Environment.Exit", "ApiProcess");
            else if (text == "Delete" && name.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax } or MemberBindingExpressionSyntax)
                yield return ((ReceiverOf(name) is { } owner && FileTypes.Contains(owner) ? owner + "." : string.Empty) + "Delete", "ApiDeletion");
            else if (FileDestroyers.Contains(text) && ReceiverOf(name) is { } receiver && FileTypes.Contains(receiver))
                yield return (receiver + "." + text, "ApiDeletion");
        }
    }

    private static string? ReceiverOf(SimpleNameSyntax name) => name.Parent is MemberAccessExpressionSyntax access && access.Name == name
        ? access.Expression switch
        {
            SimpleNameSyntax simple => simple.Identifier.ValueText,
            MemberAccessExpressionSyntax inner => inner.Name.Identifier.ValueText,
            ObjectCreationExpressionSyntax { Type: SimpleNameSyntax type } => type.Identifier.ValueText,
            ObjectCreationExpressionSyntax { Type: QualifiedNameSyntax type } => type.Right.Identifier.ValueText,
            _ => null,
        }
        : null;

    private static Dictionary<string, string> Map(params (string Reason, string Names)[] groups) =>
        groups.SelectMany(group => group.Names.Split(' ').Select(name => (name, group.Reason))).ToDictionary(pair => pair.name, pair => pair.Reason);
}
