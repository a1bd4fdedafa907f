using CodeAssist.Models.Endpoints;

namespace CodeAssist.Models.Configuration;

/// <summary>The profile that environment variables define: a model without a file.</summary>
internal static class EnvironmentProfile
{
    public const string Name = "env";
    public const string EndpointVariable = "CODEASSIST_ENDPOINT";
    public const string ModelVariable = "CODEASSIST_MODEL";
    public const string KeyVariable = "CODEASSIST_API_KEY";
    public const string KindVariable = "CODEASSIST_KIND";

    /// <summary>The profile, or null where the environment defines none.</summary>
    /// <exception cref="ConfigurationException">It defines half of one.</exception>
    public static ModelProfile? Read(IProcessEnvironment environment)
    {
        // Taken in any case: it must not be inherited also where it is of no use.
        var key = environment.Take(KeyVariable);
        var endpoint = environment.Get(EndpointVariable);
        var model = environment.Get(ModelVariable);
        if (endpoint is null && model is null)
            return null;
        if (endpoint is null)
            throw new ConfigurationException(Messages.Get("VariableMissing", ModelVariable, EndpointVariable));
        if (model is null)
            throw new ConfigurationException(Messages.Get("VariableMissing", EndpointVariable, ModelVariable));

        var (address, problem) = EndpointAddress.Parse(endpoint);
        if (address is null)
            throw new ConfigurationException(Messages.Get("BadValue", EndpointVariable, problem));
        var kind = KindOf(environment, address);
        return new ModelProfile
        {
            Name = Name,
            Kind = kind,
            Endpoint = address,
            Model = model,
            Key = key is null ? ProfileReader.Conventional(kind, address, environment) : ApiKey.FromVariable(KeyVariable, key),
        };
    }

    private static EndpointKind KindOf(IProcessEnvironment environment, Uri endpoint)
    {
        if (environment.Get(KindVariable) is not { } name)
            return EndpointKinds.Guess(endpoint);
        return EndpointKinds.Find(name)
            ?? throw new ConfigurationException(Messages.Get("BadValue", KindVariable, EndpointKinds.Unknown(name)));
    }
}
