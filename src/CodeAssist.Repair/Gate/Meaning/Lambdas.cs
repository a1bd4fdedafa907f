namespace CodeAssist.Repair.Gate.Meaning;

/// <summary>Functions without a name: their data is a number that none around them has, and their parameters are its <c>arg</c>s.</summary>
internal static class Lambdas
{
    /// <summary>A function of one parameter, whose place another term holds.</summary>
    public static Term Of(Term parameter, Term body)
    {
        var level = Level(body).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return new Term("lambda", level, [Terms.Replace(body, parameter, new Term("arg", level + ".0", []))]);
    }

    /// <summary>What a function of one parameter returns for an argument.</summary>
    public static Term Apply(Term lambda, Term argument) => Terms.Replace(lambda[0], new Term("arg", lambda.Data + ".0", []), argument);

    /// <summary>A function of two parameters that is given the second one.</summary>
    public static Term WithoutLast(Term lambda, Term argument)
    {
        var body = Terms.Replace(lambda[0], new Term("arg", lambda.Data + ".1", []), argument);
        var parameter = new Term("local", "\0", []);
        return Of(parameter, Terms.Replace(body, new Term("arg", lambda.Data + ".0", []), parameter));
    }

    /// <summary>A function that is one only if both are.</summary>
    public static Term And(Term one, Term other)
    {
        var parameter = new Term("local", "\0", []);
        return Of(parameter, Conditions.And(Apply(one, parameter), Apply(other, parameter)));
    }

    public static Term Not(Term lambda)
    {
        var parameter = new Term("local", "\0", []);
        return Of(parameter, Conditions.Not(Apply(lambda, parameter)));
    }

    /// <summary>The number of a function by those within it: the same code has the same number wherever it stands.</summary>
    public static int Level(Term body)
    {
        var level = -1;
        foreach (var inner in body.All())
        {
            if (inner.Is("lambda") && int.TryParse(inner.Data, out var number))
                level = Math.Max(level, number);
        }

        return level + 1;
    }
}
