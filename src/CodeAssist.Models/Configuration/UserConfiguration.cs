using System.Collections.Immutable;

namespace CodeAssist.Models.Configuration;

/// <summary>
/// What the user has configured: the file in the user's own folder, the environment, and above both the machine's
/// policy. Nothing in a repository is read. Loading takes keys out of the process's environment, so that no build
/// that runs afterwards inherits them: load before a project is opened.
/// </summary>
public sealed class UserConfiguration
{
    private const string ModelFixesVariable = "CODEASSIST_MODEL_FIXES";

    private readonly MachinePolicy _policy;
    private readonly FixTrigger? _trigger;
    private readonly string? _defaultProfile;

    private UserConfiguration(UserFile file, ModelProfile? environmentProfile, bool? modelFixesVariable, MachinePolicy policy)
    {
        _policy = policy;
        _trigger = file.Trigger;
        _defaultProfile = file.DefaultProfile;
        File = file.Path;
        ModelFixes = policy.AllowsModelFixes && (modelFixesVariable ?? file.ModelFixes ?? false);
        Diagnostics = file.Diagnostics;
        Tool = file.Tool;
        Profiles = environmentProfile is null ? file.Profiles : file.Profiles.Insert(0, environmentProfile);
    }

    /// <summary>Where the user's file is or would be; null where the user has no home folder.</summary>
    public string? File { get; }

    /// <summary>
    /// Whether hosts without a command line of ours (IDE, <c>dotnet format</c>) ask models: policy, then
    /// <c>CODEASSIST_MODEL_FIXES</c>, then the file; off where nobody says.
    /// </summary>
    public bool ModelFixes { get; }

    /// <summary>The IDs, beyond the built-in list, of diagnostics that a model may repair.</summary>
    public ImmutableArray<string> Diagnostics { get; }

    /// <summary>The path of the tool that serves the IDE, or null.</summary>
    public string? Tool { get; }

    /// <summary>All profiles, that of the environment first.</summary>
    public ImmutableArray<ModelProfile> Profiles { get; }

    /// <summary>Loads the configuration of the user who runs this process.</summary>
    /// <exception cref="ConfigurationException">The file, the environment or the policy has a fault.</exception>
    public static UserConfiguration Load() =>
        Load(ConfigurationPaths.User(ProcessEnvironment.Instance), ConfigurationPaths.Policy(), ProcessEnvironment.Instance);

    internal static UserConfiguration Load(string? userFile, string policyFile, IProcessEnvironment environment)
    {
        // The environment first: a fault in a file must not leave a key in it.
        environment.Take(EnvironmentProfile.KeyVariable);
        var file = UserFile.Read(userFile, environment);
        return new UserConfiguration(file, EnvironmentProfile.Read(environment), ModelFixesOf(environment), MachinePolicy.Read(policyFile));
    }

    /// <summary>
    /// The profile of a name; without a name that of the environment, else the default profile, else the only one.
    /// </summary>
    /// <exception cref="ConfigurationException">There is no such profile, or the policy or missing encryption forbids its use.</exception>
    public ModelProfile ResolveProfile(string? name)
    {
        var profile = name is null ? Preferred() : Named(name);
        return Refusal(profile) is { } refusal ? throw new ConfigurationException(refusal) : profile;
    }

    /// <summary>Why a profile may not be used: the policy or missing encryption forbids it; null where it may.</summary>
    public string? Refusal(ModelProfile profile)
    {
        if (_policy.Refusal(profile) is { } refusal)
            return refusal;
        return profile.Endpoint.Scheme == Uri.UriSchemeHttps || profile.IsLoopback || profile.AllowHttp
            ? null
            : Messages.Get("NotEncrypted", profile.Name, profile.Endpoint.Authority);
    }

    /// <summary>The repository that the user's file lies in, directly or by a link: whoever can change it can change the file. Null where it lies in none.</summary>
    public string? Repository => File is not null && System.IO.File.Exists(File) ? ConfigurationOrigin.RepositoryOf(File) : null;

    /// <summary>Throws where the user's file lies in the repository that is to be repaired: it could name the endpoint for its own code.</summary>
    /// <param name="profile">The profile that would be asked; that of the environment stands in no file.</param>
    /// <param name="path">What is to be repaired.</param>
    /// <exception cref="ConfigurationException">It does.</exception>
    public static void ThrowIfDefinedBy(ModelProfile profile, string path)
    {
        // Of a folder, what lies in it is meant.
        if (ConfigurationOrigin.Refusal(profile.DefinedIn, Path.Combine(Path.GetFullPath(path), ".")) is { } refusal)
            throw new ConfigurationException(refusal);
    }

    /// <summary>The profile that is used where none is named, or null where that is not decided.</summary>
    public ModelProfile? DefaultProfile =>
        Find(EnvironmentProfile.Name) ?? (_defaultProfile is null ? Profiles is [var only] ? only : null : Find(_defaultProfile));

    /// <summary>The machine's policy.</summary>
    public MachinePolicy Policy => _policy;

    /// <summary>When an IDE's code fix asks a model: as configured, else at once on this machine and on demand elsewhere.</summary>
    public FixTrigger TriggerFor(ModelProfile profile) => _trigger ?? (profile.IsLoopback ? FixTrigger.Prefetch : FixTrigger.Ask);

    private ModelProfile Preferred()
    {
        if (Find(EnvironmentProfile.Name) is { } environment)
            return environment;
        if (_defaultProfile is not null)
            return Named(_defaultProfile);
        return Profiles switch
        {
            [var only] => only,
            [] => throw new ConfigurationException(NoProfile()),
            _ => throw new ConfigurationException(Messages.Get("NoDefaultProfile", KnownNames(), File)),
        };
    }

    private ModelProfile Named(string name)
    {
        if (Find(name) is { } profile)
            return profile;
        if (Profiles.IsEmpty)
            throw new ConfigurationException(NoProfile());
        throw new ConfigurationException(NearestName.Of(name, Profiles.Select(known => known.Name)) is { } nearest
            ? Messages.Get("UnknownProfileNear", name.ToOneLine(), nearest, KnownNames())
            : Messages.Get("UnknownProfile", name.ToOneLine(), KnownNames()));
    }

    private ModelProfile? Find(string name) => Profiles.FirstOrDefault(profile => profile.Name == name);

    private string KnownNames() => string.Join(", ", Profiles.Select(profile => profile.Name));

    private string NoProfile() => File is null
        ? Messages.Get("NoProfileNoHome", EnvironmentProfile.EndpointVariable, EnvironmentProfile.ModelVariable)
        : Messages.Get("NoProfile", File, EnvironmentProfile.EndpointVariable, EnvironmentProfile.ModelVariable);

    private static bool? ModelFixesOf(IProcessEnvironment environment) => environment.Get(ModelFixesVariable) switch
    {
        null => null,
        var value when value.Equals("on", StringComparison.OrdinalIgnoreCase) => true,
        var value when value.Equals("off", StringComparison.OrdinalIgnoreCase) => false,
        var value => throw new ConfigurationException(Messages.Get("BadValue", ModelFixesVariable, Messages.Get("NotOnOff", value.ToOneLine()))),
    };
}
