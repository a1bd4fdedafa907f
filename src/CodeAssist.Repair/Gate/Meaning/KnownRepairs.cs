namespace CodeAssist.Repair.Gate.Meaning;

/// <summary>What code means once it is repaired, for rules of which only one repair is right, however it is written.</summary>
internal static class KnownRepairs
{
    private static readonly IReadOnlyDictionary<string, Func<Term, Members, IEnumerable<Term>>> ById = new Dictionary<string, Func<Term, Members, IEnumerable<Term>>>
    {
        ["CDA1006"] = Exchanged,
        ["S2234"] = Exchanged,
        ["CDA1009"] = FirstPlace,
        ["S2692"] = FirstPlace,
        ["CDA1036"] = Bounds,
        ["RCS1233"] = ShortCircuit,
        ["CDA1021"] = Unshifted,
        ["CDA1025"] = Below,
        ["CA2018"] = Bytes,
        ["CS0161"] = Remaining,
        ["CS8762"] = Refused,
        ["S6561"] = Measured,
        ["CDA1027"] = AwaitedText,
        ["CDA2008"] = Awaited,
        ["CDA2007"] = Twin,
        ["S6966"] = Twin,
        ["MA0042"] = Twin,
        ["VSTHRD103"] = Twin,
        ["CA1849"] = Twin,
        ["CA2208"] = WithParameter,
        ["S3928"] = WithParameter,
        ["MA0015"] = WithParameter,
        ["CA1305"] = WithCulture,
        ["MA0011"] = WithCulture,
        ["CDA1022"] = Odd,
        ["S2197"] = Odd,
        ["CDA1023"] = Whole,
        ["CDA1034"] = Cast,
        ["CDA1039"] = OfType,
    };

    /// <summary>What may be in the place of one part of the code; nothing where the rule is not known.</summary>
    /// <param name="diagnosticId">The rule.</param>
    /// <param name="before">The member before.</param>
    /// <param name="after">The member after: what a repair may choose is taken from it.</param>
    public static IEnumerable<(Term Old, Term New)> Of(string diagnosticId, Term before, Term after) =>
        ById.TryGetValue(diagnosticId, out var repaired)
            ? before.All().Distinct().SelectMany(term => repaired(term, new Members(before, after)).Select(now => (term, now)))
            : [];

    // Two arguments change places.
    private static IEnumerable<Term> Exchanged(Term term, Members members)
    {
        if (term.Head is not ("call" or "new"))
            yield break;
        for (var i = 0; i < term.Parts.Count; i++)
        {
            for (var j = i + 1; j < term.Parts.Count; j++)
            {
                Term[] parts = [.. term.Parts];
                (parts[i], parts[j]) = (parts[j], parts[i]);
                yield return Terms.Make(term.Head, term.Data, parts, term.IsValue);
            }
        }
    }

    // What is found at the first place is found.
    private static IEnumerable<Term> FirstPlace(Term term, Members members) =>
        term.Is("lt") && term[0] == Terms.Number(0) && IsIndexOf(term[1]) ? [Terms.Make("le", term.Data, term.Parts)]
        : term.Is("le") && term[1] == Terms.Number(0) && IsIndexOf(term[0]) ? [Terms.Make("lt", term.Data, term.Parts)]
        : [];

    private static bool IsIndexOf(Term term) => term.Is("call") && term.Data.EndsWith(".IndexOf", StringComparison.Ordinal);

    // The last element is the one before the count.
    private static IEnumerable<Term> Below(Term term, Members members) =>
        term.Is("le") && term[1].Is("count") ? [Terms.Make("lt", term.Data, term.Parts)]
        : term.Is("lt") && term[0].Is("count") ? [Terms.Make("le", term.Data, term.Parts)]
        : term.Is("item") && term.Parts is [var collection, { Head: "count" } count] && count[0].Equals(collection) ? [Terms.Make(term.Head, term.Data, [collection, Numbers.Subtract(count, Terms.Number(1))], term.IsValue)]
        : [];

    // What is asked of both is asked of the second only where the first leaves it open.
    private static IEnumerable<Term> ShortCircuit(Term term, Members members) =>
        term.Is("op", "And:Boolean") ? [Terms.Make("and", string.Empty, term.Parts, term.IsValue)]
        : term.Is("op", "Or:Boolean") ? [Terms.Make("or", string.Empty, term.Parts, term.IsValue)]
        : [];

    // By all bits of its type nothing is shifted.
    private static IEnumerable<Term> Unshifted(Term term, Members members) =>
        term.Is("op") && term.Parts is [var value, var count] && ((term.Data.EndsWith("Shift:Int32", StringComparison.Ordinal) && count == Terms.Number(32)) || (term.Data.EndsWith("Shift:Int64", StringComparison.Ordinal) && count == Terms.Number(64)))
            ? [value]
            : [];

    // The bytes of an array. Which size its elements have is not known here.
    private static IEnumerable<Term> Bytes(Term term, Members members) =>
        term.Is("call", "Buffer.BlockCopy") && term.Parts.Count == 5
            ? members.New.All().Where(now => now.Is("call", term.Data) && now.Parts.Take(4).SequenceEqual(term.Parts.Take(4)) && IsBytesOf(now[4], term[4], term[0])).Distinct()
            : [];

    private static bool IsBytesOf(Term bytes, Term elements, Term array) =>
        bytes.Is("call", "Buffer.ByteLength") && elements.Is("count") && bytes[0].Equals(elements[0]) && elements[0].Equals(array);

    // What the tests before it leave over is all that is left.
    private static IEnumerable<Term> Remaining(Term term, Members members) =>
        term.Is("if") && term[2].Is("if") && term[2][2] == Term.Nothing && term[2][0].Equals(Conditions.Not(term[0])) ? [Branches.If(term[0], term[1], term[2][1])] : [];

    // What gives null has not succeeded.
    private static IEnumerable<Term> Refused(Term term, Members members)
    {
        if (!term.Is("seq") || term.Parts.Count < 2 || term.Parts[term.Parts.Count - 1] is not { Head: "return", Parts: [var answer] } || answer != Term.True
            || term.Parts[term.Parts.Count - 2] is not { Head: "assign", Parts: [{ Head: "param" }, var given] } || given != Term.Null)
        {
            yield break;
        }

        yield return Sequences.Of([.. term.Parts.Take(term.Parts.Count - 1), Branches.Return(Term.False)]);
    }

    // A stopwatch in place of the clock on the wall.
    private static IEnumerable<Term> Measured(Term term, Members members)
    {
        if (!ReferenceEquals(term, members.Old))
            yield break;
        foreach (var now in new[] { "DateTime.Now", "DateTime.UtcNow", "DateTimeOffset.Now", "DateTimeOffset.UtcNow" }.Where(now => members.Old.All().Any(part => part.Is("prop", now))))
        {
            if (Names.Numbered(ByClock(members.New, members.Old.All().First(part => part.Is("prop", now)))).Equals(Names.Numbered(members.Old)))
                yield return members.New;
        }

        static Term ByClock(Term term, Term clock) =>
            term.Is("call", "Stopwatch.GetTimestamp") ? clock
            : term.Is("call", "Stopwatch.GetElapsedTime") && term.Parts.Count == 1 ? Terms.Make("op", "Subtract:TimeSpan", [clock, ByClock(term[0], clock)], isValue: true)
            : Terms.With(term, part => ByClock(part, clock));
    }

    // What blocks is awaited.
    private static IEnumerable<Term> Awaited(Term term, Members members)
    {
        if (term.Parts.Count != 1 || !(term.Is("prop") || term.Is("call")) || term.Data is not ("Task.Result" or "ValueTask.Result" or "Task.Wait" or "TaskAwaiter.GetResult"))
            yield break;
        var task = term.Data == "TaskAwaiter.GetResult" ? term[0].Parts.Count == 1 ? term[0][0] : term[0] : term[0];
        yield return new Term("await", string.Empty, [task]) { IsValue = term.IsValue };
        yield return new Term("await", string.Empty, [Terms.Make("call", "Task.ConfigureAwait", [task, Term.False])]) { IsValue = term.IsValue };
    }

    // A remainder that is not one of even numbers.
    private static IEnumerable<Term> Odd(Term term, Members members) =>
        term.Is("eq") && term[1] == Terms.Number(1) && term[0].Is("op") && term[0].Data.StartsWith("Remainder:", StringComparison.Ordinal) && term[0][1] == Terms.Number(2)
            ? [Conditions.Not(Conditions.Equal(term[0], Terms.Number(0)))]
            : [];

    // The whole of a time span in place of one component of it.
    private static IEnumerable<Term> Whole(Term term, Members members)
    {
        if (term.Is("prop") && term.Data.StartsWith("TimeSpan.", StringComparison.Ordinal) && !term.Data.StartsWith("TimeSpan.Total", StringComparison.Ordinal))
            yield return Terms.Make("prop", term.Data.Replace("TimeSpan.", "TimeSpan.Total"), term.Parts, term.IsValue);
        if (term.Head is not ("lt" or "le"))
            yield break;
        for (var i = 0; i < 2; i++)
        {
            var (component, bound) = (term[i], term[1 - i]);
            if (!component.Is("prop") || !component.Data.StartsWith("TimeSpan.", StringComparison.Ordinal) || component.Parts.Count != 1)
                continue;
            var whole = new Term("call", component.Data.Replace("TimeSpan.", "TimeSpan.From"), [bound]) { IsValue = true };
            yield return Terms.Make(term.Head, term.Data, i == 0 ? [component[0], whole] : [whole, component[0]]);
            if (bound.Is("prop") && bound.Parts.Count == 1 && bound.Data == component.Data.Replace("TimeSpan.", "TimeSpan.Total"))
                yield return Terms.Make(term.Head, "int", i == 0 ? [component[0], bound[0]] : [bound[0], component[0]]);
        }
    }

    // What a text shows of a task is its result.
    private static IEnumerable<Term> AwaitedText(Term term, Members members) =>
        !term.Is("text") ? []
        : members.New.All().Where(part => part.Is("await")).Distinct()
            .Select(await => (await, Task: await[0].Is("call", "Task.ConfigureAwait") && await[0][1] == Term.False ? await[0][0] : await[0]))
            .Where(pair => term.Parts.Contains(pair.Task)).Select(pair => Terms.Replace(term, pair.Task, pair.await));

    // The awaitable method of the name, with the same arguments and perhaps a token.
    private static IEnumerable<Term> Twin(Term term, Members members)
    {
        if (!term.Is("call"))
            yield break;
        var name = term.Data.Substring(term.Data.IndexOf('.') + 1) + "Async";
        foreach (var await in members.New.All().Where(part => part.Is("await")).Distinct())
        {
            var call = await[0].Is("call", "Task.ConfigureAwait") && await[0][1] == Term.False ? await[0][0] : await[0];
            if (call.Is("call") && call.Data.EndsWith("." + name, StringComparison.Ordinal) && HasArguments(call.Parts, Whole(term.Parts)))
                yield return new Term("await", string.Empty, await.Parts) { IsValue = term.IsValue };
        }

        static bool HasArguments(IReadOnlyList<Term> now, IReadOnlyList<Term> old) =>
            now.Count - old.Count is 0 or 1 && old.SequenceEqual(now.Take(old.Count)) && now.Skip(old.Count).All(token => token.Head is "param" or "local" or "field" or "prop");

        // All of a buffer is the buffer.
        static IReadOnlyList<Term> Whole(IReadOnlyList<Term> parts) =>
            parts is [var receiver, var buffer, var start, var count] && start == Terms.Number(0) && count.Equals(Terms.Make("count", buffer)) ? [receiver, buffer] : parts;
    }

    // The exception of an argument, which names the argument that was tested, and tells its value.
    private static IEnumerable<Term> WithParameter(Term term, Members members)
    {
        if (!term.Is("new") || !term.Data.Contains("Argument") || !term.Data.EndsWith("Exception", StringComparison.Ordinal))
            return [];
        var tested = members.Old.All().Where(test => test.Head is "if" or "cond" && (Terms.Has(test[1], term) || Terms.Has(test[2], term))).SelectMany(test => test[0].All()).Where(part => part.Is("param")).Distinct().ToList();
        return members.New.All().Where(now => now.Is("new") && TypeOf(now) == TypeOf(term) && now.Parts.Count > term.Parts.Count && term.Parts.All(now.Parts.Contains)
            && tested.Exists(parameter => now.Parts.All(part => term.Parts.Contains(part) || part.Equals(parameter) || Terms.TextOf(part) == parameter.Data))).Distinct();
    }

    private static string TypeOf(Term creation) => creation.Data.Substring(creation.Data.LastIndexOf('.') + 1);

    // The same format, of a culture.
    private static IEnumerable<Term> WithCulture(Term term, Members members) =>
        term.Is("text") && term.Parts is [{ Head: "format" } only] ? WithCulture(only, members)
        : term.Is("format") && term.Data.StartsWith(":", StringComparison.Ordinal)
            ? members.New.All().Where(call => call.Is("call") && call.Data.EndsWith(".ToString", StringComparison.Ordinal) && call.Parts is [var value, var format, { Head: "prop", Data: "CultureInfo.InvariantCulture" or "CultureInfo.CurrentCulture" }] && value.Equals(term[0]) && Terms.TextOf(format) == term.Data.Substring(1)).Distinct()
            : [];

    // What is tested is what the cast gave.
    private static IEnumerable<Term> Cast(Term term, Members members) =>
        term.Is("if") && Tested(term[0]) is var (value, branch) ? term[branch].All().Where(cast => cast.Is("as") && cast[0].Equals(value)).Distinct().SelectMany(cast => AsPattern(term, branch, cast))
        : term.Is("isnull") ? members.Old.All().Where(cast => cast.Is("as") && cast[0].Equals(term[0])).Distinct().Select(Conditions.IsNull) : [];

    private static (Term Value, int Branch)? Tested(Term condition) =>
        condition.Is("isnull") ? (condition[0], 2) : condition.Is("not") && condition[0].Is("isnull") ? (condition[0][0], 1) : null;

    private static IEnumerable<Term> AsPattern(Term test, int branch, Term cast)
    {
        var isOfType = Terms.Make("is", cast.Data, [cast[0]], isValue: true);
        foreach (var body in new[] { test[branch], Terms.Replace(test[branch], cast, new Term("cast", cast.Data, [cast[0]])) })
            yield return Branches.If(isOfType, body, test[3 - branch]);
    }

    // What is of another type is not equal.
    private static IEnumerable<Term> OfType(Term term, Members members)
    {
        if (!ReferenceEquals(term, members.Old) || members.Old.Parts.Count != 1)
            yield break;
        foreach (var cast in members.Old.All().Where(part => part.Head is "cast" or "conv" && part[0].Is("param")).Distinct())
            yield return new Term("member", string.Empty, [Branches.If(Terms.Make("is", cast.Data, [cast[0]]), members.Old[0], Branches.Return(Term.False))]);
    }

    // The upper bound is the upper one.
    private static IEnumerable<Term> Bounds(Term term, Members members)
    {
        if (!term.Is("call", "Math.Min") && !term.Is("call", "Math.Max"))
            yield break;
        foreach (var inner in term.Parts.Where(part => part.Is("call", term.Data == "Math.Min" ? "Math.Max" : "Math.Min")))
        {
            var outer = term.Parts.First(part => !ReferenceEquals(part, inner));
            for (var i = 0; i < 2; i++)
                yield return Terms.Make("call", term.Data, [Terms.Make("call", inner.Data, [inner[1 - i], outer], inner.IsValue), inner[i]], term.IsValue);
        }
    }

    /// <summary>The member before and after.</summary>
    private sealed record Members(Term Old, Term New);
}
