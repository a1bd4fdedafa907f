using System.Collections.Immutable;
using System.ComponentModel;
using System.Globalization;
using CodeAssist.Cli.Caching;
using CodeAssist.Cli.Commands;
using CodeAssist.Cli.Connecting;
using CodeAssist.Models.Configuration;
using CodeAssist.Models.Discovery;
using CodeAssist.Models.Endpoints;
using CodeAssist.Repair.Evidence;

namespace CodeAssist.Cli.Doctor;

/// <summary>What <c>doctor</c> looked at.</summary>
/// <param name="Findings">In the order in which one thing needs the other.</param>
/// <param name="Requests">The last prompts that left the machine, oldest first.</param>
internal sealed record Examination(ImmutableArray<Finding> Findings, ImmutableArray<SentPrompt> Requests)
{
    private const int MostRequests = 5;

    private const int MostNames = 8;

    /// <summary>Looks at everything. No source code is sent; of the endpoint only the list of models is asked.</summary>
    /// <param name="model">The profile to look at; null for the default one.</param>
    /// <param name="cancellation">Gives it up.</param>
    public static async Task<Examination> RunAsync(string? model, CancellationToken cancellation)
    {
        var findings = ImmutableArray.CreateBuilder<Finding>();
        findings.Add(await SdkAsync(cancellation).ConfigureAwait(false));
        if (Load(findings) is { } configuration)
        {
            findings.Add(PolicyOf(configuration));
            findings.Add(SwitchOf(configuration));
            findings.Add(ToolOf(configuration));
            if (ProfileOf(configuration, model, findings) is { } profile)
            {
                var key = KeyOf(profile);
                findings.Add(key);
                if (key.Status != FindingStatus.Fail)
                    await EndpointAsync(profile, findings, cancellation).ConfigureAwait(false);
            }
        }

        findings.Add(CacheOf());
        var (requests, ledger) = Ledger();
        findings.Add(ledger);
        return new Examination(findings.ToImmutable(), requests);
    }

    private static async Task<Finding> SdkAsync(CancellationToken cancellation)
    {
        try
        {
            var (exitCode, output) = await Loading.Sdk.RunAsync(["--version"], Environment.CurrentDirectory, cancellation).ConfigureAwait(false);
            return exitCode == 0
                ? new Finding("sdk", FindingStatus.Ok, Texts.Get("DoctorSdk", output.Trim()))
                : new Finding("sdk", FindingStatus.Fail, Texts.OneLine(output), Texts.Get("DoctorSdkAdvice"));
        }
        catch (Exception exception) when (exception is Win32Exception or ToolException)
        {
            return new Finding("sdk", FindingStatus.Fail, Texts.OneLine(exception.Message), Texts.Get("DoctorSdkAdvice"));
        }
    }

    private static UserConfiguration? Load(ImmutableArray<Finding>.Builder findings)
    {
        try
        {
            var configuration = UserConfiguration.Load();
            findings.Add(configuration.File is { } file && File.Exists(file)
                ? OpenToOthers(file) is { } mode
                    ? new Finding("configuration", FindingStatus.Warn, Texts.Get("DoctorOpenFile", file, mode), $"chmod 600 {file}")
                    : configuration.Repository is { } repository
                    ? new Finding("configuration", FindingStatus.Warn, Texts.Get("DoctorInRepository", file, repository), Texts.Get("DoctorInRepositoryAdvice"))
                    : new Finding("configuration", FindingStatus.Ok, file)
                : new Finding("configuration", FindingStatus.Ok, Texts.Get("DoctorNoFile", configuration.File ?? "-")));
            return configuration;
        }
        catch (ConfigurationException exception)
        {
            findings.Add(new Finding("configuration", FindingStatus.Fail, Texts.OneLine(exception.Message), Texts.Get("DoctorConfigurationAdvice")));
            return null;
        }
    }

    // Who may write the file decides where source code goes.
    private static string? OpenToOthers(string file)
    {
        if (OperatingSystem.IsWindows())
            return null;
        var mode = File.GetUnixFileMode(file);
        return (mode & (UnixFileMode.GroupWrite | UnixFileMode.OtherWrite | UnixFileMode.OtherRead)) == 0
            ? null
            : Convert.ToString((int)mode, 8);
    }

    private static Finding PolicyOf(UserConfiguration configuration)
    {
        var policy = configuration.Policy;
        if (policy.File.Length == 0)
            return new Finding("policy", FindingStatus.Ok, Texts.Get("DoctorNoPolicy"));
        return policy.AllowsModelFixes
            ? new Finding("policy", FindingStatus.Ok, policy.LoopbackOnly ? Texts.Get("DoctorPolicyLoopback", policy.File) : policy.File)
            : new Finding("policy", FindingStatus.Warn, Texts.Get("PolicyForbids", policy.File), Texts.Get("DoctorPolicyAdvice"));
    }

    private static Finding SwitchOf(UserConfiguration configuration) => configuration.ModelFixes
        ? new Finding("model-fixes", FindingStatus.Ok, Texts.Get("DoctorModelFixesOn"))
        : new Finding("model-fixes", FindingStatus.Ok, Texts.Get("ModelFixesOff"));

    private static Finding ToolOf(UserConfiguration configuration)
    {
        if (configuration.Tool is not { } tool)
            return new Finding("tool", FindingStatus.Ok, Texts.Get("DoctorToolDefault"));
        return File.Exists(tool)
            ? new Finding("tool", FindingStatus.Ok, tool)
            : new Finding("tool", configuration.ModelFixes ? FindingStatus.Fail : FindingStatus.Warn, Texts.Get("DoctorToolMissing", tool), Texts.Get("DoctorToolAdvice"));
    }

    private static ModelProfile? ProfileOf(UserConfiguration configuration, string? model, ImmutableArray<Finding>.Builder findings)
    {
        if (model is null && configuration.Profiles.IsEmpty)
        {
            findings.Add(new Finding(
                "profile", configuration.ModelFixes ? FindingStatus.Fail : FindingStatus.Warn, Texts.Get("DoctorNoProfile"), "codeassist model add"));
            return null;
        }

        try
        {
            var profile = configuration.ResolveProfile(model);
            findings.Add(new Finding("profile", FindingStatus.Ok, Texts.Get("DoctorProfile", profile.Name, profile.Kind.Name, profile.Model)));
            return profile;
        }
        catch (ConfigurationException exception)
        {
            findings.Add(new Finding("profile", FindingStatus.Fail, Texts.OneLine(exception.Message), "codeassist model list"));
            return null;
        }
    }

    private static Finding KeyOf(ModelProfile profile)
    {
        if (profile.Key.Source.Length == 0)
            return new Finding("key", FindingStatus.Ok, Texts.Get("DoctorNoKey"));
        return profile.Key.Problem() is { } problem
            ? new Finding("key", FindingStatus.Fail, problem, Texts.Get("DoctorKeyAdvice", profile.Key.Source))
            : new Finding("key", FindingStatus.Ok, Texts.Get("DoctorKey", profile.Key.Source));
    }

    private static async Task EndpointAsync(ModelProfile profile, ImmutableArray<Finding>.Builder findings, CancellationToken cancellation)
    {
        var host = profile.Endpoint.Authority;
        try
        {
            var served = await ModelCatalog.ListAsync(profile, cancellation).ConfigureAwait(false);
            findings.Add(new Finding("endpoint", FindingStatus.Ok, Texts.Get("DoctorEndpoint", host)));
            findings.Add(ServedOf(profile, served));
        }
        catch (EndpointException exception)
        {
            findings.Add(new Finding("endpoint", FindingStatus.Fail, exception.Message, profile.Kind.StartCommand));
        }
    }

    private static Finding ServedOf(ModelProfile profile, ServedModels? served)
    {
        if (served is null)
            return new Finding("model", FindingStatus.Warn, Texts.Get("DoctorNoList"), $"codeassist model test {profile.Name}");
        if (served.Find(profile.Model) is not null)
            return new Finding("model", FindingStatus.Ok, Texts.Get("DoctorServed", profile.Model));
        var names = string.Join(", ", served.Models.Take(MostNames).Select(model => model.Name));
        return new Finding(
            "model", FindingStatus.Fail, Texts.Get("ModelNotServed", profile.Endpoint.Authority, profile.Model, names),
            profile.Kind.GetCommand?.Replace("MODEL", profile.Model, StringComparison.Ordinal));
    }

    private static Finding CacheOf()
    {
        try
        {
            return new Finding("cache", FindingStatus.Ok, CacheCommand.Line("CacheHolds", ReplyFolder.OfUser().Measure()));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new Finding("cache", FindingStatus.Warn, Texts.Get("CacheUnusable", Texts.OneLine(exception.Message)), "codeassist cache clear");
        }
    }

    private static (ImmutableArray<SentPrompt> Requests, Finding Finding) Ledger()
    {
        var path = EvidenceFile.PathFor(Environment.GetEnvironmentVariable, Environment.GetFolderPath(Environment.SpecialFolder.UserProfile));
        try
        {
            ImmutableArray<SentPrompt> requests = [.. EvidenceReader.Last(path, MostRequests, EvidenceEntry.Request).Select(SentPrompt.Of)];
            return (requests, new Finding("requests", FindingStatus.Ok, requests.IsEmpty
                ? Texts.Get("DoctorNothingSent")
                : Texts.Get("DoctorSent", requests.Length.ToString(CultureInfo.CurrentCulture), path)));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return ([], new Finding("requests", FindingStatus.Warn, Texts.OneLine(exception.Message), Texts.Get("DoctorLedgerAdvice", path)));
        }
    }
}
